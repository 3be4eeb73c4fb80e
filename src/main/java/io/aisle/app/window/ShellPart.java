package io.aisle.app.window;

import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.View;
import io.aisle.ui.common.ViewLoader;
import io.aisle.ui.shell.JobsController;
import io.aisle.ui.shell.JobsViewModel;
import io.aisle.ui.shell.ShellController;
import io.aisle.ui.shell.ShellViewModel;
import java.time.InstantSource;
import java.util.Map;
import javafx.scene.Parent;

/** Wires the frame of the window round its screens. */
final class ShellPart {
  private final Frame frame;

  ShellPart(Frame frame) {
    this.frame = frame;
  }

  /**
   * Loads the frame and brings the first screen to the front.
   *
   * @param screens what to read anew when a screen comes to the front
   */
  Parent wire(Map<Screen, Refreshable> screens) {
    ShellViewModel shell =
        new ShellViewModel(frame.texts(), frame.notices(), screens, this::device);
    frame.navigator().shownBy(shell::show);
    frame.sampler().add(shell::look);
    JobsViewModel jobs =
        new JobsViewModel(
            frame.background(), frame.texts(), frame.numbers(), InstantSource.system());
    frame.sampler().add(jobs::look);
    var controllers = frame.controllers();
    controllers.put(JobsController.class, () -> new JobsController(jobs, frame.texts()));
    ViewLoader views = new ViewLoader(frame.texts(), controllers);
    controllers.put(
        ShellController.class,
        () -> new ShellController(shell, jobs, views, frame.actions(), frame.preferences()));
    return new ViewLoader(frame.texts(), controllers).load(View.SHELL);
  }

  void start() {
    frame.navigator().go(new Place.OfScreen(Screen.DATA));
  }

  private String device() {
    return frame.texts().of("shell.device", Runtime.getRuntime().availableProcessors());
  }
}
