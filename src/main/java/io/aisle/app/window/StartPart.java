package io.aisle.app.window;

import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import io.aisle.ui.start.BeginController;
import io.aisle.ui.start.GuideController;
import io.aisle.ui.start.GuideViewModel;
import io.aisle.ui.start.StartController;
import io.aisle.ui.start.StartViewModel;

/** Wires the samples to begin with, and the guide through the first minute. */
final class StartPart {
  private final Frame frame;

  StartPart(Frame frame) {
    this.frame = frame;
  }

  /**
   * @param data what to read anew with the Data screen
   */
  Refreshable wire(Refreshable data) {
    var texts = frame.texts();
    GuideViewModel guide =
        new GuideViewModel(frame.minute(), this::go, texts, frame.numbers(), frame::openFiles);
    StartViewModel start =
        new StartViewModel(
            frame.services().samples(),
            frame.services().datasets(),
            frame.minute(),
            frame.background(),
            frame.changes(),
            this::go,
            frame::openFiles,
            guide.runningProperty(),
            texts);
    start.offer(frame.actions());
    guide.offer(frame.actions());
    frame.sampler().add(guide::look);
    var controllers = frame.controllers();
    controllers.put(StartController.class, () -> new StartController(start, texts));
    controllers.put(BeginController.class, () -> new BeginController(start));
    controllers.put(GuideController.class, () -> new GuideController(guide, texts));
    frame.navigator().heardBy(start::hear);
    frame.navigator().serve(Place.OfSamples.class, Screen.DATA, place -> {});
    return () -> {
      start.refresh();
      data.refresh();
    };
  }

  /** To a place, or to the screen that is about such places. */
  private void go(Place place) {
    boolean served = frame.navigator().screenOf(place).isPresent();
    frame.navigator().go(served ? place : new Place.OfScreen(screen(place)));
  }

  private static Screen screen(Place place) {
    return switch (place) {
      case Place.OfRuns _ -> Screen.COMPARE;
      case Place.OfUser _ -> Screen.USERS;
      case Place.OfTraining _ -> Screen.TRAIN;
      default -> Screen.DATA;
    };
  }
}
