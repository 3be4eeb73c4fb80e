package io.aisle.ui.journey;

import io.aisle.app.AppPaths;
import io.aisle.app.Services;
import io.aisle.app.WorkbenchServices;
import io.aisle.app.WorkbenchWindow;
import io.aisle.core.job.JobRunner;
import io.aisle.domain.settings.Settings.LanguageChoice;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.Typeface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The whole desktop over a workspace of its own, driven from the test's thread. */
final class WorkbenchDriver implements AutoCloseable {
  private final WorkbenchServices services;
  private final Watching watching = Watching.asked();
  private Preferences preferences;
  private WorkbenchWindow window;
  private Stage stage;

  WorkbenchDriver(Path workspace) {
    services = WorkbenchServices.open(new AppPaths(workspace, Path.of("")));
  }

  /** With a runner that the test holds in its hand. */
  WorkbenchDriver(Path workspace, JobRunner runner) {
    services = WorkbenchServices.open(new AppPaths(workspace, Path.of("")), () -> runner);
  }

  /** Shows the window; files that the user would choose come from the queue of answers. */
  void show(Answers answers) {
    if (watching.isOn()) {
      Typeface.load(); // as the program does, which nobody sees otherwise
    }
    fx(
        () -> {
          stage = new Stage();
          preferences = dressed(services.preferences());
          window = new WorkbenchWindow(services.services(), services.paths(), answers, preferences);
          window.show(stage);
          return null;
        });
  }

  /** In the language of the journey, whatever the machine speaks. */
  private Preferences dressed(Preferences kept) {
    if (kept.settingsProperty().get().language() == LanguageChoice.SYSTEM) {
      watching.dress(kept);
    }
    return kept;
  }

  /** What the user answers to dialogs: the file that was put here, and yes. */
  static final class Answers implements Dialogs {
    private Optional<Path> file = Optional.empty();

    void next(Path chosen) {
      file = Optional.of(chosen);
    }

    @Override
    public Optional<Path> open(String title) {
      return file;
    }

    @Override
    public Optional<Path> save(String title, String name) {
      return file;
    }

    @Override
    public boolean confirm(String title, String question, String action) {
      return true;
    }
  }

  Services services() {
    return services.services();
  }

  Preferences preferences() {
    return preferences;
  }

  Watching watching() {
    return watching;
  }

  /** Shows the stop of a journey to whoever wants to see it. */
  void look(String stop) {
    watching.look(this, stop);
  }

  Scene scene() {
    return stage.getScene();
  }

  WorkbenchWindow window() {
    return window;
  }

  Stage stage() {
    return stage;
  }

  /** A node by its id; fails when it is not in the window. */
  <T extends Node> T node(String id, Class<T> type) {
    Node found = find("#" + id);
    if (found == null) {
      throw new AssertionError("#" + id + " is not in the window");
    }
    return type.cast(found);
  }

  /**
   * The first node that a selector finds in the window; null when there is none. A scroll pane
   * holds its content only once it has a skin, which the next pulse would make.
   */
  Node find(String selector) {
    return fx(
        () -> {
          Node there = scene().getRoot().lookup(selector);
          if (there == null) {
            scene().getRoot().applyCss();
            there = scene().getRoot().lookup(selector);
          }
          return there;
        });
  }

  /** The words of a node; fails when it is not in the window. */
  String text(String id) {
    return fx(() -> node(id, Labeled.class).getText());
  }

  /** Every node that a selector finds in the window. */
  Set<Node> all(String selector) {
    return fx(() -> scene().getRoot().lookupAll(selector));
  }

  /** Puts a text into a field. */
  void set(String id, String text) {
    TextField field = node(id, TextField.class);
    fx(
        () -> {
          field.setText(text);
          return null;
        });
  }

  void fire(String id) {
    ButtonBase button = node(id, ButtonBase.class);
    fx(
        () -> {
          button.fire();
          return null;
        });
  }

  /**
   * Waits until something holds, looked at on the FX thread. What it looks at need not be there
   * yet: a condition that throws does not hold.
   */
  void await(String what, Duration limit, Callable<Boolean> condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      IllegalStateException thrown = null;
      try {
        if (fx(condition)) {
          return;
        }
      } catch (IllegalStateException e) {
        thrown = e;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "not within %d s: %s; the window says '%s'".formatted(limit.toSeconds(), what, told()),
            thrown);
      }
      pause(50);
    }
  }

  /** The last notice. */
  private String told() {
    return find("#noticeText") instanceof Labeled notice ? notice.getText() : "nothing";
  }

  /** Waits until nothing that is shown says that it is busy. */
  void awaitRest(Duration limit) {
    await(
        "rest",
        limit,
        () ->
            scene().getRoot().lookupAll(".progress-indicator").stream()
                .noneMatch(
                    node ->
                        node instanceof ProgressIndicator busy
                            && busy.isIndeterminate()
                            && Controls.isShown(busy)));
  }

  /** Waits until nothing lies over the window, which would swallow the next click. */
  void awaitAlone() {
    await("the popup to go", Duration.ofSeconds(30), () -> Window.getWindows().size() == 1);
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs on the FX thread and waits for the result. */
  static <T> T fx(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    if (Platform.isFxApplicationThread()) {
      return now(work);
    }
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Exception | AssertionError e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(2, TimeUnit.MINUTES); // a busy machine draws its first window slowly
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the FX thread did not do it", e);
    }
  }

  private static <T> T now(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    fx(
        () -> {
          window.close();
          stage.close();
          return null;
        });
    services.close();
  }
}
