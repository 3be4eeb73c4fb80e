package io.aisle.app.window;

import io.aisle.ui.common.Refreshable;
import io.aisle.ui.training.RunsController;
import io.aisle.ui.training.RunsViewModel;
import io.aisle.ui.training.TrainController;
import io.aisle.ui.training.TrainViewModel;

/** Wires the Train screen. */
final class TrainPart {
  private final Frame frame;

  TrainPart(Frame frame) {
    this.frame = frame;
  }

  Refreshable wire() {
    RunsViewModel runs =
        new RunsViewModel(
            frame.services().training(),
            frame.shelf(),
            frame.background(),
            frame.notices(),
            frame.texts());
    frame.sampler().add(runs::look);
    TrainViewModel train =
        new TrainViewModel(
            frame.services().datasets(), runs::start, runs, frame.background(), frame.texts());
    frame.changes().onRuns(frame.shelf()::refresh);
    var controllers = frame.controllers();
    controllers.put(TrainController.class, () -> new TrainController(train, frame.texts()));
    controllers.put(
        RunsController.class,
        () -> new RunsController(runs, frame.dialogs(), frame.texts(), frame.numbers()));
    return train;
  }
}
