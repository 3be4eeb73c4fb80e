package io.aisle.app;

import io.aisle.core.job.Job;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobWork;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.settings.SettingsFile;
import io.aisle.core.workspace.OpeningProblem;
import io.aisle.core.workspace.Reopen;
import io.aisle.core.workspace.Vault;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.core.workspace.WorkspaceMove;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.settings.Session;
import io.aisle.domain.settings.Settings;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.FxDialogs;
import io.aisle.ui.common.FxThread;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.Texts;
import io.aisle.ui.settings.OccupiedViewModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.stage.Stage;

/**
 * Opens workspaces one after the other, each in a window of its own, and shows a small page while
 * none is open. FX thread only.
 */
final class Desk implements OccupiedViewModel.Door {
  private final BiConsumer<WorkbenchWindow, Stage> opened;
  private AppPaths paths;
  private Optional<Attempt.Opened> open = Optional.empty();
  private Optional<RuntimeException> refused = Optional.empty();
  private WorkbenchWindow window;
  private Stage stage;
  private QueueJobRunner runner;
  private DoorPage page;

  /**
   * @param paths of the first workspace
   * @param opened is told of each window that was opened
   */
  Desk(AppPaths paths, BiConsumer<WorkbenchWindow, Stage> opened) {
    this.paths = paths;
    this.opened = opened;
  }

  /**
   * Shows the window, or why there is none.
   *
   * @param empty a stage that was not shown yet
   */
  void show(Attempt attempt, Stage empty) {
    switch (attempt) {
      case Attempt.Opened workspace -> window(workspace, empty);
      case Attempt.Locked locked -> {
        paths = locked.paths();
        page().ask(locked.sentence(), paths.workspace());
      }
      case Attempt.Refused no -> {
        refused = Optional.of(no.failure());
        page().show(no.problem(), paths.workspace());
      }
    }
  }

  private void window(Attempt.Opened workspace, Stage empty) {
    open = Optional.of(workspace);
    paths = workspace.services().paths();
    refused = Optional.empty();
    stage = empty;
    var services = workspace.services();
    services.services().workspace().reopenedBy(this::reopen);
    window =
        new WorkbenchWindow(
            services.services(),
            services.paths(),
            new FxDialogs(() -> empty),
            workspace.preferences());
    window.show(empty);
    services.erased().ifPresent(window::erased);
    if (page != null) {
      page.close();
      page = null;
    }
    opened.accept(window, empty);
  }

  private DoorPage page() {
    if (page == null) {
      FxThread fx = new FxThread();
      Notices notices = new Notices(fx);
      Texts texts = new Texts(preferences().locale());
      page =
          new DoorPage(
              new Background(runner(), fx, notices),
              notices,
              texts,
              preferences().settingsProperty().get().theme(),
              this);
    }
    return page;
  }

  private QueueJobRunner runner() {
    if (runner == null) {
      runner = new QueueJobRunner(1, 256);
    }
    return runner;
  }

  /** Theme and language, as far as the workspace that is meant tells them. */
  private Preferences preferences() {
    return open.map(Attempt.Opened::preferences)
        .orElseGet(
            () -> {
              // nothing can be read of an encrypted one: the system's language and theme hold
              Path place = Vault.isLocked(paths.workspace()) ? paths.home() : paths.workspace();
              WorkspaceLayout layout = new WorkspaceLayout(place);
              return new Preferences(
                  new SettingsFile<>(layout.settings(), Settings.class, Settings.DEFAULT),
                  new SettingsFile<>(layout.session(), Session.class, Session.NONE));
            });
  }

  /** Closes the workspace that is open and goes on to the next. */
  void reopen(Reopen what) {
    Attempt.Opened before = open.orElseThrow();
    DoorPage door = page();
    window.close();
    Job<Attempt> job = follow("reopen", control -> go(before.services(), what, control));
    door.show(
        switch (what) {
          case Reopen.Other _ -> "settings.open.job";
          case Reopen.Erased _ -> "settings.erase.job";
          case Reopen.Moved _ -> "settings.move.job";
          case Reopen.Converted to -> to.seal() ? "settings.seal.job" : "settings.unseal.job";
        },
        job);
    stage.hide();
    open = Optional.empty();
  }

  private Attempt go(WorkbenchServices before, Reopen what, JobControl control) {
    Path old = before.paths().workspace();
    before.close();
    switch (what) {
      case Reopen.Other _, Reopen.Erased _ -> {}
      case Reopen.Moved moved -> {
        new WorkspaceMove(old, moved.folder()).run(control);
        AppPaths.remembered().moved(old, moved.folder());
        Vault.follow(old, moved.folder());
      }
      case Reopen.Converted to -> {
        return Unlocking.convert(before.paths(), to, control);
      }
    }
    Attempt next = enter(what.folder());
    if (!Vault.same(old, what.folder())) {
      Vault.forget(old); // its key is not needed any more
    }
    return next;
  }

  @Override
  public void unlock(char[] passphrase) {
    AppPaths wanted = paths;
    Job<Attempt> job =
        page()
            .background()
            .start(
                "unlock",
                JobNeeds.LIGHT,
                control -> Unlocking.unlock(wanted, passphrase, control),
                outcome -> {
                  switch (outcome) {
                    case JobOutcome.Done<Attempt> done -> show(done.value(), new Stage());
                    case JobOutcome.Failed<Attempt> no ->
                        page().ask(no.sentence(), paths.workspace());
                    case JobOutcome.Cancelled<Attempt> _ -> page().ask("", paths.workspace());
                  }
                });
    page().show("settings.open.job", job);
  }

  private static Attempt enter(Path folder) {
    WorkspaceService.prepare(folder);
    AppPaths next = new AppPaths(folder, ApplicationHome.find(), AppPaths.Origin.REMEMBERED);
    Logging.move(next);
    return Attempt.at(next);
  }

  private Job<Attempt> follow(String title, JobWork<Attempt> work) {
    return page()
        .background()
        .start(
            title,
            JobNeeds.LIGHT,
            work,
            outcome -> {
              switch (outcome) {
                case JobOutcome.Done<Attempt> done -> show(done.value(), new Stage());
                // the workspace is as it was; the page offers to open it again
                case JobOutcome.Failed<Attempt> failed -> stay(failed.sentence(), failed.code());
                case JobOutcome.Cancelled<Attempt> _ -> retry();
              }
            });
  }

  private void stay(String sentence, String code) {
    page()
        .show(new OpeningProblem(OpeningProblem.Kind.OTHER, "", sentence, code), paths.workspace());
  }

  /** The workspace that is open; empty while the page stands in its place. */
  Optional<AppPaths> workspace() {
    return open.map(workspace -> workspace.services().paths());
  }

  @Override
  public void open(Path folder) {
    WorkspaceService.prepare(folder);
    AppPaths.remembered().choose(folder.toAbsolutePath().normalize());
    paths = new AppPaths(folder, paths.home(), AppPaths.Origin.REMEMBERED);
    retry();
  }

  @Override
  public void retry() {
    // anew: its files may have become encrypted, or plain, since
    paths = new AppPaths(Vault.raw(paths.workspace()), paths.home(), paths.origin());
    AppPaths wanted = paths;
    Job<Attempt> job =
        follow(
            "open",
            control -> {
              Logging.move(wanted);
              return Attempt.at(wanted);
            });
    page().show("settings.open.job", job);
  }

  @Override
  public void leave() {
    page().close();
  }

  /**
   * Closes everything.
   *
   * @throws RuntimeException what kept the workspace from being opened, when none was in the end
   */
  void close() {
    if (runner != null) {
      runner.close();
    }
    open.ifPresent(
        workspace -> {
          window.close();
          workspace.services().close();
        });
    refused.ifPresent(
        failure -> {
          throw failure;
        });
  }
}
