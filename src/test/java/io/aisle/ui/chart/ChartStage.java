package io.aisle.ui.chart;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.report.pin.Pin;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.FlowPane;

/** Shows charts in frames as a screen does, with files that go where the test says. */
final class ChartStage {
  final Notices notices = new Notices(Runnable::run);
  private final Theme theme;
  private final ChartTools tools;
  final List<Pin> kept = new ArrayList<>();
  private Path file;

  ChartStage(Theme theme, Locale locale) {
    this.theme = theme;
    Background background = new Background(new CallerJobRunner(), Runnable::run, notices);
    tools =
        new ChartTools(
            new Texts(locale), new Numbers(locale), new Files(), background, notices, kept::add);
  }

  ChartTools tools() {
    return tools;
  }

  /** Where the next file goes. */
  void saveTo(Path next) {
    file = next;
  }

  /** Frames of samples in a scene without a window, so that it can be of any size; FX thread. */
  Scene show(List<ChartFrame> frames, double width, double height) {
    FlowPane page = new FlowPane(12, 12);
    page.getStyleClass().addAll("page", "screen");
    page.getChildren().addAll(frames);
    Scene scene = new Scene(page, width, height);
    theme.dress(scene);
    page.applyCss();
    page.layout();
    return scene;
  }

  ChartFrame frame(ChartSamples.Sample sample) {
    ChartFrame frame = new ChartFrame();
    frame.setTitle(sample.title());
    frame.setSubtitle(sample.subtitle());
    frame.setContent(sample.chart());
    frame.getStyleClass().add("card");
    frame.setMinSize(sample.width(), sample.height());
    frame.setPrefSize(sample.width(), sample.height());
    frame.setMaxSize(sample.width(), sample.height());
    frame.equip(tools);
    return frame;
  }

  static <T> T fx(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    try {
      return done.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private final class Files implements Dialogs {
    @Override
    public Optional<Path> open(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String name) {
      return Optional.ofNullable(file);
    }

    @Override
    public boolean confirm(String title, String question, String action) {
      return false;
    }
  }
}
