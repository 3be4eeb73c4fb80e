package io.aisle.app.window;

import io.aisle.ui.common.Action;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.UserErasing;
import io.aisle.ui.common.ViewLoader;
import io.aisle.ui.settings.AboutController;
import io.aisle.ui.settings.AboutViewModel;
import io.aisle.ui.settings.BackupWatch;
import io.aisle.ui.settings.BackupWords;
import io.aisle.ui.settings.BackupsController;
import io.aisle.ui.settings.BackupsViewModel;
import io.aisle.ui.settings.ComputingController;
import io.aisle.ui.settings.ComputingViewModel;
import io.aisle.ui.settings.EncryptionController;
import io.aisle.ui.settings.EncryptionViewModel;
import io.aisle.ui.settings.GeneralController;
import io.aisle.ui.settings.GeneralViewModel;
import io.aisle.ui.settings.HelpController;
import io.aisle.ui.settings.HelpViewModel;
import io.aisle.ui.settings.PrivacyController;
import io.aisle.ui.settings.PrivacyViewModel;
import io.aisle.ui.settings.Section;
import io.aisle.ui.settings.SettingsController;
import io.aisle.ui.settings.SettingsViewModel;
import io.aisle.ui.settings.SizeWords;
import io.aisle.ui.settings.WorkspaceController;
import io.aisle.ui.settings.WorkspaceViewModel;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/** Wires the Settings screen. */
final class SettingsPart {
  private final Frame frame;

  SettingsPart(Frame frame) {
    this.frame = frame;
  }

  Refreshable wire() {
    var services = frame.services();
    var texts = frame.texts();
    GeneralViewModel general = new GeneralViewModel(frame.preferences(), frame.lifetime());
    ComputingViewModel computing =
        new ComputingViewModel(
            frame.preferences(), services.devices(), frame.background(), texts, frame.numbers());
    SizeWords sizes = new SizeWords(texts, frame.numbers());
    WorkspaceViewModel workspace =
        new WorkspaceViewModel(
            services.workspace(), frame.background(), frame.notices(), texts, sizes);
    BackupsViewModel backups =
        new BackupsViewModel(
            services.workspace(),
            services.backups(),
            frame.preferences(),
            frame.background(),
            frame.notices(),
            texts,
            new BackupWords(
                texts, frame.numbers(), sizes, InstantSource.system(), ZoneId.systemDefault()),
            workspace::restored,
            frame.lifetime());
    watch(backups);
    EncryptionViewModel encryption =
        new EncryptionViewModel(services.workspace(), frame.background(), frame.notices(), texts);
    UserErasing erasing = frame.erasing();
    PrivacyViewModel privacy = new PrivacyViewModel(frame.preferences(), frame.lifetime());
    HelpViewModel help =
        new HelpViewModel(
            services.problems(),
            frame.paths().logs(),
            () -> run("shell.log"),
            frame.background(),
            frame.notices(),
            texts,
            frame.numbers());
    AboutViewModel about = new AboutViewModel(services.about(), frame.background(), texts);
    SettingsViewModel settings =
        new SettingsViewModel(
            Map.of(
                Section.COMPUTING,
                computing,
                Section.WORKSPACE,
                () -> {
                  workspace.refresh();
                  backups.refresh();
                },
                Section.ABOUT,
                about));
    var controllers = frame.controllers();
    controllers.put(GeneralController.class, () -> new GeneralController(general, texts));
    controllers.put(
        ComputingController.class,
        () -> new ComputingController(computing, frame.dialogs(), texts));
    String chosenBy = texts.of("settings.workspace.origin." + frame.paths().origin().name());
    controllers.put(
        WorkspaceController.class,
        () -> new WorkspaceController(workspace, chosenBy, frame.dialogs(), texts));
    controllers.put(
        BackupsController.class, () -> new BackupsController(backups, frame.dialogs(), texts));
    String key = frame.paths().layout().pseudonymKey().toString();
    controllers.put(
        PrivacyController.class, () -> new PrivacyController(privacy, erasing, key, texts));
    controllers.put(
        EncryptionController.class,
        () -> new EncryptionController(encryption, frame.dialogs(), texts));
    controllers.put(HelpController.class, () -> new HelpController(help, frame.dialogs(), texts));
    controllers.put(AboutController.class, () -> new AboutController(about, texts));
    controllers.put(
        SettingsController.class,
        () ->
            new SettingsController(
                settings, () -> new ViewLoader(texts, frame.controllers()), texts));
    offer(settings, help);
    return settings;
  }

  /** Backups come by themselves while the window is open. */
  private void watch(BackupsViewModel backups) {
    BackupWatch watch =
        new BackupWatch(
            frame.services().backups(),
            () -> backups.ruleProperty().get(),
            backups::backupByItself,
            frame.background(),
            frame.texts());
    frame.sampler().add(watch::look);
  }

  /** What can be done from anywhere. */
  private void offer(SettingsViewModel settings, HelpViewModel help) {
    for (Section section : Section.values()) {
      String title =
          frame.texts().of("settings.action", frame.texts().of("settings.section." + section));
      frame
          .actions()
          .add(
              Action.of(
                  "settings." + section.name(),
                  title,
                  "",
                  () -> {
                    settings.sectionProperty().set(section);
                    frame.navigator().go(new Place.OfScreen(Screen.SETTINGS));
                  }));
    }
    frame
        .actions()
        .add(
            Action.of("log.folder", frame.texts().of("settings.log.folder"), "", help::openFolder));
  }

  /** What another part of the window offers. */
  private void run(String id) {
    frame.actions().all().stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .ifPresent(action -> action.run().run());
  }
}
