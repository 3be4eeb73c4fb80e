package io.aisle.app;

import io.aisle.app.window.Frame;
import io.aisle.app.window.Parts;
import io.aisle.core.start.FirstLook;
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
import io.aisle.ui.start.FirstMinuteViewModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The window. A change of language builds its content anew; jobs, notices and what has been chosen
 * live on. FX thread only.
 */
public final class WorkbenchWindow {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double MIN_WIDTH = 1100;
  private static final double MIN_HEIGHT = 700;

  private final Services services;
  private final AppPaths paths;
  private final Dialogs dialogs;
  private final Preferences preferences;
  private final Notices notices;
  private final Background background;
  private final Changes changes = new Changes();
  private final Themes themes;
  private final FirstMinuteViewModel minute;
  private Sampler sampler = new Sampler();
  private Lifetime lifetime = new Lifetime();
  private Navigator navigator;
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
  }

  /** Fills the stage and shows it. */
  public void show(Stage stage) {
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    fill(stage);
    stage.show();
    preferences
        .settingsProperty()
        .subscribe(
            (before, now) -> {
              if (!preferences.locale().equals(spoken)) {
                fill(stage);
              }
            });
  }

  /** Brings a run bundle into the workspace, in the background, and shows its run. */
  public void open(Path bundle) {
    navigator.go(new Place.OfBundle(bundle));
  }

  private void fill(Stage stage) {
    sampler.stop();
    lifetime.end();
    changes.clear();
    notices.withdrawOffers();
    sampler = new Sampler();
    lifetime = new Lifetime();
    spoken = preferences.locale();
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
                new HashMap<>()));
    if (stage.getScene() == null) {
      Scene scene = new Scene(parts.root(), WIDTH, HEIGHT);
      themes.dress(scene);
      stage.setScene(scene);
    } else {
      stage.getScene().setRoot(parts.root());
    }
    stage.setTitle(texts.of("app.title"));
    parts.start();
    sampler.start();
  }

  /** What the user is told. */
  public Notices notices() {
    return notices;
  }

  /** Stops looking at jobs and telling of them; the services stay open. */
  public void close() {
    sampler.stop();
    background.stop();
    preferences.close();
  }
}
