package io.aisle.app;

import io.aisle.app.window.Frame;
import io.aisle.app.window.Parts;
import io.aisle.core.erasure.ErasureReport;
import io.aisle.core.start.FirstLook;
import io.aisle.core.training.ExperimentReader;
import io.aisle.domain.settings.Session;
import io.aisle.ui.common.Actions;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Current;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.FileDrops;
import io.aisle.ui.common.FxThread;
import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Sampler;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Themes;
import io.aisle.ui.common.View;
import io.aisle.ui.common.ViewLoader;
import io.aisle.ui.comparison.PinsViewModel;
import io.aisle.ui.shell.RestoreController;
import io.aisle.ui.start.FirstMinuteViewModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * The window. A change of language builds its content anew; jobs, notices and what has been chosen
 * live on. FX thread only.
 */
public final class WorkbenchWindow {
  /** After this time a start is known to have gone well. */
  private static final Duration WELL = Duration.seconds(10);

  private final Services services;
  private final AppPaths paths;
  private final Dialogs dialogs;
  private final Preferences preferences;
  private final Notices notices;
  private final Background background;
  private final Changes changes = new Changes();
  private final Themes themes;
  private final FirstMinuteViewModel minute;
  private final WindowPlace place;
  private final StartMark mark;
  private Sampler sampler = new Sampler();
  private Lifetime lifetime = new Lifetime();
  private Navigator navigator;
  private Path due;
  private Locale spoken;

  /**
   * @param preferences read already
   */
  public WorkbenchWindow(
      Services services, AppPaths paths, Dialogs dialogs, Preferences preferences) {
    this.services = services;
    this.paths = paths;
    this.dialogs = dialogs;
    this.preferences = preferences;
    FxThread fx = new FxThread();
    this.notices = new Notices(fx);
    this.background = new Background(services.jobs(), fx, notices);
    this.themes = new Themes(preferences);
    FirstLook look =
        new FirstLook(
            services.datasets(), services.training(), services.comparisons(), services.users());
    this.minute = new FirstMinuteViewModel(look, background, changes);
    this.place = new WindowPlace(preferences);
    this.mark = new StartMark(paths.workspace());
  }

  /** Shows the stage, with what was open unless that may have kept the last start from its end. */
  public void show(Stage stage) {
    mark.set();
    place.keep(stage);
    boolean restore = preferences.settingsProperty().get().restore();
    boolean something = !preferences.sessionProperty().get().screen().isEmpty();
    if (restore && something && mark.leftBehind()) {
      ask(stage);
    } else {
      begin(stage, restore);
    }
    stage.show();
  }

  private void ask(Stage stage) {
    Texts texts = new Texts(preferences.locale());
    RestoreController page = new RestoreController(restore -> begin(stage, restore));
    put(
        stage,
        new ViewLoader(texts, Map.of(RestoreController.class, () -> page)).load(View.RESTORE),
        texts);
  }

  private void begin(Stage stage, boolean restore) {
    if (!restore) {
      preferences.remember(Session::closed);
    }
    fill(stage);
    preferences
        .settingsProperty()
        .subscribe(
            (before, now) -> {
              if (!preferences.locale().equals(spoken)) {
                fill(stage);
              }
            });
    if (due != null) {
      open(due);
    }
    PauseTransition well = new PauseTransition(WELL);
    well.setOnFinished(event -> mark.clear());
    well.play();
  }

  private void put(Stage stage, Parent root, Texts texts) {
    if (stage.getScene() == null) {
      Scene scene = new Scene(root);
      themes.dress(scene);
      stage.setScene(scene);
    } else {
      stage.getScene().setRoot(root);
    }
    stage.setTitle(texts.of("app.title"));
  }

  /** Brings a run bundle into the workspace, in the background, and shows its run. */
  public void open(Path bundle) {
    if (navigator == null) {
      due = bundle; // it is still asked what to restore
    } else {
      navigator.go(new Place.OfBundle(bundle));
    }
  }

  private void fill(Stage stage) {
    sampler.stop();
    lifetime.end();
    changes.clear();
    notices.withdrawOffers();
    sampler = new Sampler();
    lifetime = new Lifetime();
    spoken = preferences.locale();
    Locale.setDefault(spoken); // the toolkit's own words, such as the menus of text fields
    Texts texts = new Texts(spoken);
    preferences.keptBy(background, texts.of("settings.job.save"));
    navigator = new Navigator();
    Parts parts =
        new Parts(
            new Frame(
                services,
                paths,
                texts,
                new Numbers(spoken),
                notices,
                background,
                dialogs,
                new RunShelf(services.training(), background, texts),
                sampler,
                navigator,
                new Actions(),
                changes,
                preferences,
                minute,
                themes,
                new Current(),
                new FileDrops(files -> navigator.go(new Place.OfFiles(files))),
                lifetime,
                new PinsViewModel(services.pins(), background, notices, texts),
                new HashMap<>()));
    put(stage, parts.root(), texts);
    parts.start();
    sampler.start();
  }

  /** Tells what was erased while the workspace was opened, and offers to train again. */
  void erased(ErasureReport report) {
    Texts texts = new Texts(preferences.locale());
    String sentence =
        texts.of("privacy.erased", report.events(), report.learned().size(), report.left().size())
            + texts.of("privacy.erased.elsewhere", report.elsewhere().size());
    if (report.again().isEmpty()) {
      notices.done(sentence);
    } else {
      notices.done(
          sentence,
          texts.of("privacy.again"),
          () ->
              background.read(
                  texts.of("privacy.job"),
                  control -> report.again().stream().map(ExperimentReader::read).toList(),
                  read -> read.forEach(services.training()::start)));
    }
  }

  /** What the user is told. */
  public Notices notices() {
    return notices;
  }

  /** Stops looking at jobs and telling of them; the services stay open. */
  public void close() {
    sampler.stop();
    lifetime.end();
    themes.close();
    background.stop();
    preferences.close();
    mark.clear();
  }
}
