package io.aisle.app;

import io.aisle.core.job.Job;
import io.aisle.core.workspace.OpeningProblem;
import io.aisle.domain.settings.Settings.ThemeChoice;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.FxDialogs;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Sampler;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Theme;
import io.aisle.ui.common.View;
import io.aisle.ui.common.ViewLoader;
import io.aisle.ui.settings.BackupWords;
import io.aisle.ui.settings.LockedController;
import io.aisle.ui.settings.LockedViewModel;
import io.aisle.ui.settings.OccupiedController;
import io.aisle.ui.settings.OccupiedViewModel;
import io.aisle.ui.settings.RepairWords;
import io.aisle.ui.settings.SizeWords;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The small window that is there while no workspace is open. FX thread only. */
final class DoorPage {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 300;

  /** With what can be done about a damaged store. */
  private static final double DAMAGED = 560;

  private final Stage stage = new Stage();
  private final Background background;
  private final Texts texts;
  private final OccupiedViewModel model;
  private final LockedViewModel locked;
  private final Parent occupied;
  private final Parent asking;
  private final Sampler sampler = new Sampler();

  DoorPage(
      Background background,
      Notices notices,
      Texts texts,
      ThemeChoice theme,
      OccupiedViewModel.Door door) {
    this.background = background;
    this.texts = texts;
    this.model = new OccupiedViewModel(background, notices, texts, words(texts), door);
    FxDialogs dialogs = new FxDialogs(() -> stage);
    this.locked = new LockedViewModel(texts, background, notices, door);
    ViewLoader views =
        new ViewLoader(
            texts,
            Map.of(
                OccupiedController.class,
                () -> new OccupiedController(model, dialogs, texts),
                LockedController.class,
                () -> new LockedController(locked, dialogs, texts)));
    this.occupied = views.load(View.OCCUPIED);
    this.asking = views.load(View.LOCKED);
    Scene scene = new Scene(occupied, WIDTH, HEIGHT);
    Theme.of(theme).dress(scene);
    stage.setScene(scene);
    stage.setTitle(texts.of("app.title"));
    stage.setMinWidth(WIDTH);
    stage.setMinHeight(HEIGHT);
    sampler.add(model::look);
    sampler.start();
  }

  private static RepairWords words(Texts texts) {
    Numbers numbers = new Numbers(texts.locale());
    return new RepairWords(
        texts,
        new BackupWords(
            texts,
            numbers,
            new SizeWords(texts, numbers),
            InstantSource.system(),
            ZoneId.systemDefault()));
  }

  Background background() {
    return background;
  }

  /** Says why a workspace was not opened. */
  void show(OpeningProblem problem, Path folder) {
    model.show(problem, folder);
    stage.getScene().setRoot(occupied);
    stage.show();
    if (problem.kind() == OpeningProblem.Kind.DAMAGED) {
      stage.setHeight(Math.max(stage.getHeight(), DAMAGED));
    }
  }

  /**
   * Asks for the passphrase of a workspace.
   *
   * @param sentence why the last one did not open it; empty when none was tried
   */
  void ask(String sentence, Path folder) {
    locked.show(folder, sentence);
    stage.getScene().setRoot(asking);
    stage.show();
  }

  /**
   * Shows how far the way to the next workspace is.
   *
   * @param what key of the title
   */
  void show(String what, Job<?> job) {
    model.show(texts.of(what), job);
    stage.getScene().setRoot(occupied);
    stage.show();
  }

  void close() {
    sampler.stop();
    stage.hide();
  }
}
