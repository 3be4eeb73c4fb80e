package io.aisle.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.settings.SettingsFile;
import io.aisle.core.workspace.BackupSchedule;
import io.aisle.core.workspace.DefaultWorkspace;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.settings.BackupRule;
import io.aisle.domain.settings.BackupRule.Rhythm;
import io.aisle.domain.settings.Session;
import io.aisle.domain.settings.Settings;
import io.aisle.store.Database;
import io.aisle.testkit.TestClock;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The cards of the backups, and what starts them. */
class BackupsViewModelTest {
  @TempDir Path folder;
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Numbers numbers = new Numbers(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final Background background =
      new Background(new CallerJobRunner(), Runnable::run, notices);
  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));
  private final AtomicReference<Path> restored = new AtomicReference<>();
  private Database database;
  private BackupSchedule schedule;
  private BackupsViewModel model;

  @BeforeAll
  static void toolkit() throws Exception {
    var unused = FxToolkit.registerPrimaryStage(); // the preferences are written a second later
  }

  @BeforeEach
  void open() {
    WorkspaceLayout layout = new WorkspaceLayout(folder.resolve("workspace"));
    database = Database.open(layout.store());
    WorkspaceService service =
        new WorkspaceService(
            layout,
            database,
            new DefaultWorkspace(folder.resolve("system")),
            run -> false,
            "test",
            clock);
    Preferences preferences =
        new Preferences(
            new SettingsFile<>(layout.settings(), Settings.class, Settings.DEFAULT),
            new SettingsFile<>(layout.session(), Session.class, Session.NONE));
    schedule =
        new BackupSchedule(
            service, () -> preferences.settingsProperty().get().backup(), clock, ZoneOffset.UTC);
    model =
        new BackupsViewModel(
            service,
            schedule,
            preferences,
            background,
            notices,
            texts,
            new BackupWords(texts, numbers, new SizeWords(texts, numbers), clock, ZoneOffset.UTC),
            restored::set,
            new Lifetime());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String told() {
    return notices.newestProperty().get().sentence();
  }

  private BackupsViewModel.Facts facts() {
    return model.factsProperty().get();
  }

  @Test
  void whatIsKnownIsSaidInWords() {
    assertThat(model.last()).isEmpty();
    model.refresh();
    assertThat(model.last()).contains("no backup");
    assertThat(model.next()).isEmpty();
    model.choose(Rhythm.WEEKLY);
    assertThat(model.next()).contains("within a minute");
    model.backupNow();
    assertThat(told()).contains("Backed up to " + folder.resolve("workspace-backups"));
    BackupsViewModel.Row written = model.rows().getFirst();
    assertThat(written.title()).contains("Nov 20, 2026", "KB", "by itself");
    assertThat(written.content()).contains("0 runs", "opened and 0 events counted");
    assertThat(model.last()).contains("Nov 20, 2026", "opened and counted");
    assertThat(model.next()).contains("Nov 27, 2026");
    model.backup(folder.resolve("mine.zip"));
    assertThat(facts().there()).hasSize(2);
  }

  @Test
  void aPlaceInTheWorkspaceIsRefused() {
    model.choose(folder.resolve("workspace/backups"));
    assertThat(told()).contains("lies in the workspace");
    assertThat(model.ruleProperty().get()).isEqualTo(BackupRule.NEVER);
    model.choose(folder.resolve("other"));
    assertThat(folder.resolve("other")).isDirectory();
    assertThat(facts().folder()).isEqualTo(folder.resolve("other"));
    model.chooseUsual();
    assertThat(facts().folder()).isEqualTo(folder.resolve("workspace-backups"));
  }

  @Test
  void asManyStayAsCanBeChosen() {
    model.keep(0);
    assertThat(model.ruleProperty().get().keep()).isEqualTo(1);
    model.keep(1000);
    assertThat(model.ruleProperty().get().keep()).isEqualTo(BackupRule.LARGEST);
  }

  @Test
  void aBackupBecomesTheWorkspaceOfTheNextStart() {
    model.backupNow();
    Path copy = folder.resolve("copy");
    model.restore(facts().there().getFirst().file(), copy);
    assertThat(restored.get()).isEqualTo(copy);
    assertThat(WorkspaceService.holdsStore(copy)).isTrue();
    assertThat(new DefaultWorkspace(folder.resolve("system")).workspace()).contains(copy);
  }

  private BackupWatch watch() {
    return new BackupWatch(
        schedule, () -> model.ruleProperty().get(), model::backupByItself, background, texts);
  }

  private static void look(BackupWatch watch, int times) {
    for (int i = 0; i < times; i++) {
      watch.look();
    }
  }

  @Test
  void whatIsDueIsWrittenSoonAfterTheStartAndOnceAday() {
    BackupWatch watch = watch();
    look(watch, 2 * BackupWatch.LOOKS);
    assertThat(facts().there()).isEmpty();
    model.choose(Rhythm.DAILY);
    look(watch, BackupWatch.LOOKS - 1);
    assertThat(facts().there()).isEmpty();
    look(watch, 1);
    assertThat(facts().there()).hasSize(1);
    assertThat(notices.all()).isEmpty();
    look(watch, BackupWatch.LOOKS);
    clock.pass(Duration.ofDays(1));
    look(watch, BackupWatch.LOOKS - 1);
    assertThat(facts().there()).hasSize(1);
    look(watch, 1);
    assertThat(facts().there()).hasSize(2);
    look(watch(), BackupWatch.FIRST);
    assertThat(facts().there()).hasSize(2);
  }

  @Test
  void aFailureIsToldOnce() throws IOException {
    model.choose(Rhythm.DAILY);
    model.choose(folder.resolve("stick"));
    Files.delete(folder.resolve("stick"));
    look(watch(), BackupWatch.LOOKS);
    assertThat(facts().there()).isEmpty();
    look(watch(), 3 * BackupWatch.LOOKS);
    assertThat(notices.all()).hasSize(1);
    assertThat(told()).contains("connect its disk");
  }
}
