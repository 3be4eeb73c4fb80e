package io.aisle.ui.chart;

import io.aisle.ui.common.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Measures how fast four heat maps of 50 by 50 cells, as of four heads, follow the pointer: each
 * frame moves it to another cell. To be started on a display with {@code -Dprism.order=sw}; prints
 * the time between frames.
 */
public final class HeatMapFrames {
  private static final int HEADS = 4;
  private static final int CELLS = 50;
  private static final int WARM = 60;
  private static final int FRAMES = 400;

  /** Starts the measurement. */
  public static void main(String[] arguments) {
    System.setProperty("javafx.animation.fullspeed", "true"); // not held back to 60 a second
    Platform.startup(() -> show(new Stage()));
  }

  private static void show(Stage stage) {
    ChartStage charts = new ChartStage(Theme.LIGHT, Locale.ENGLISH);
    GridPane page = new GridPane(8, 8);
    page.getStyleClass().add("page");
    page.setPadding(new Insets(8));
    ChartSamples samples = new ChartSamples(false);
    List<HeatMap> maps = new ArrayList<>();
    for (int head = 0; head < HEADS; head++) {
      HeatMap map = samples.heat(CELLS, CELLS);
      ChartFrame frame = new ChartFrame();
      frame.setTitle("Head " + (head + 1));
      frame.setContent(map);
      frame.equip(charts.tools());
      frame.setMaxSize(Region.USE_COMPUTED_SIZE, Double.MAX_VALUE);
      frame.setMinHeight(0);
      map.setMinHeight(0);
      GridPane.setHgrow(frame, Priority.ALWAYS);
      GridPane.setVgrow(frame, Priority.ALWAYS);
      page.add(frame, head % 2, head / 2);
      frame.setPrefSize(700, 430);
      maps.add(map);
    }
    Scene scene = new Scene(page, 1440, 900);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
    new Mover(maps).start();
  }

  /** Moves the pointer and counts. */
  private static final class Mover extends AnimationTimer {
    private final List<HeatMap> maps;
    private final long[] gaps = new long[FRAMES];
    private long last;
    private int frame = -WARM;
    private int moved;

    Mover(List<HeatMap> maps) {
      this.maps = maps;
    }

    @Override
    public void handle(long now) {
      if (frame >= FRAMES) {
        stop();
        report();
        Platform.exit();
        return;
      }
      long time = System.nanoTime();
      if (frame >= 0) {
        gaps[frame] = time - last;
      }
      last = time;
      frame++;
      HeatMap map = maps.get(Math.floorMod(frame / 50, HEADS));
      Box box = map.plotBox();
      double x = box.x() + (frame + WARM) * 37 % 1000 / 1000.0 * box.width();
      double y = box.y() + (frame + WARM) * 53 % 1000 / 1000.0 * box.height();
      HeatMap.Cell before = map.chosenProperty().get();
      Point2D scene = map.localToScene(x, y);
      Point2D screen = map.localToScreen(x, y);
      map.fireEvent(
          new MouseEvent(
              MouseEvent.MOUSE_MOVED,
              scene.getX(),
              scene.getY(),
              screen.getX(),
              screen.getY(),
              MouseButton.NONE,
              0,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              true,
              null));
      if (map.chosenProperty().get() != null && !map.chosenProperty().get().equals(before)) {
        moved++;
      }
    }

    private void report() {
      long[] sorted = gaps.clone();
      Arrays.sort(sorted);
      double median = sorted[FRAMES / 2] / 1e6;
      double slow = sorted[FRAMES * 95 / 100] / 1e6;
      System.out.printf(
          Locale.ROOT,
          "frames %d, cursor moves %d, median %.1f ms (%.0f a second), 95%% %.1f ms%n",
          FRAMES,
          moved,
          median,
          1000 / median,
          slow);
    }
  }
}
