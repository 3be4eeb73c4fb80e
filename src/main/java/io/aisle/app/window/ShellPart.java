package io.aisle.app.window;

import io.aisle.core.bundle.RunBundles;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.View;
import io.aisle.ui.common.ViewLoader;
import io.aisle.ui.shell.DropTarget;
import io.aisle.ui.shell.JobsController;
import io.aisle.ui.shell.JobsViewModel;
import io.aisle.ui.shell.LogController;
import io.aisle.ui.shell.LogViewModel;
import io.aisle.ui.shell.NoticesController;
import io.aisle.ui.shell.PaletteController;
import io.aisle.ui.shell.PaletteSources;
import io.aisle.ui.shell.PaletteViewModel;
import io.aisle.ui.shell.Panels;
import io.aisle.ui.shell.SessionKeeper;
import io.aisle.ui.shell.ShellActions;
import io.aisle.ui.shell.ShellController;
import io.aisle.ui.shell.ShellViewModel;
import io.aisle.ui.shell.ShortcutsController;
import io.aisle.ui.shell.StatusController;
import io.aisle.ui.shell.StatusViewModel;
import io.aisle.ui.shell.ToastsController;
import io.aisle.ui.shell.TopBarController;
import io.aisle.ui.shell.TopBarViewModel;
import java.time.InstantSource;
import java.util.Map;
import javafx.scene.Parent;

/** Wires the frame of the window round its screens. */
final class ShellPart {
  private final Frame frame;
  private final Panels panels = new Panels();
  private final SessionKeeper session;
  private final LogViewModel log;
  private final JobsViewModel jobs;
  private final TopBarViewModel bar;

  ShellPart(Frame frame) {
    this.frame = frame;
    this.session = new SessionKeeper(frame.preferences(), frame.paths().runs());
    this.log = new LogViewModel(frame.services().logs(), frame.background(), frame.texts());
    this.jobs =
        new JobsViewModel(
            frame.background(), frame.texts(), frame.numbers(), InstantSource.system());
    this.bar =
        new TopBarViewModel(
            frame.services().datasets(),
            frame.shelf(),
            frame.current(),
            frame.navigator(),
            frame.background(),
            frame.texts(),
            session.dataset());
  }

  /**
   * Loads the frame.
   *
   * @param screens what to read anew when a screen comes to the front
   */
  Parent wire(Map<Screen, Refreshable> screens) {
    ShellViewModel shell = new ShellViewModel(screens, frame.navigator());
    frame.navigator().shownBy(shell::show);
    shell.restore(session.places());
    shell.screenProperty().subscribe((before, now) -> session.looked(now));
    session.follow(frame.current());
    frame.changes().onDatasets(bar::refresh);
    frame.sampler().add(jobs::look);
    frame.sampler().add(log::look);
    ShellActions actions = new ShellActions(frame.actions(), frame.texts());
    actions.addScreens(frame.navigator());
    actions.addPanels(panels, log);
    actions.addRest(frame.preferences(), frame.themes(), frame.notices());
    register();
    ViewLoader views = new ViewLoader(frame.texts(), frame.controllers());
    frame.drops().take(RunBundles.SUFFIX, file -> frame.navigator().go(new Place.OfBundle(file)));
    DropTarget drops = new DropTarget(frame.drops());
    frame
        .controllers()
        .put(
            ShellController.class,
            () ->
                new ShellController(
                    shell,
                    panels,
                    log,
                    frame.notices(),
                    views,
                    frame.actions(),
                    drops,
                    frame.lifetime(),
                    frame.texts()));
    return new ViewLoader(frame.texts(), frame.controllers()).load(View.SHELL);
  }

  private void register() {
    StatusViewModel status =
        new StatusViewModel(
            frame.services().machine(),
            frame.background(),
            frame.preferences(),
            frame.notices(),
            frame.texts(),
            frame.numbers());
    frame.sampler().add(status::look);
    PaletteSources sources =
        new PaletteSources(
            frame.actions(),
            bar,
            frame.shelf(),
            frame.current(),
            frame.services().users(),
            frame.navigator(),
            frame.preferences(),
            frame.texts(),
            frame.numbers());
    PaletteViewModel palette = new PaletteViewModel(sources, frame.background(), frame.texts());
    var texts = frame.texts();
    var controllers = frame.controllers();
    controllers.put(
        TopBarController.class,
        () ->
            new TopBarController(
                bar,
                panels,
                frame.notices(),
                frame.preferences(),
                frame.themes(),
                frame.lifetime(),
                texts,
                frame.numbers()));
    controllers.put(
        StatusController.class,
        () -> new StatusController(status, jobs, log, panels, frame.navigator(), texts));
    controllers.put(
        ToastsController.class,
        () -> new ToastsController(frame.notices(), log, panels, frame.lifetime(), texts));
    controllers.put(
        NoticesController.class,
        () -> new NoticesController(frame.notices(), log, panels, frame.lifetime(), texts));
    controllers.put(JobsController.class, () -> new JobsController(jobs, log, panels, texts));
    controllers.put(LogController.class, () -> new LogController(log, texts, frame.numbers()));
    controllers.put(PaletteController.class, () -> new PaletteController(palette, panels, texts));
    controllers.put(
        ShortcutsController.class, () -> new ShortcutsController(frame.actions(), panels, texts));
  }

  /** Shows the screen that was in front. */
  void start() {
    bar.refresh();
    frame.shelf().refresh();
    frame.navigator().go(new Place.OfScreen(session.screen()));
  }
}
