package io.aisle.ui.chart;

import io.aisle.ui.common.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Measures how fast a heat map of 200 by 200 cells that fills a window of 1440 by 900 follows the
 * hand: while the pointer moves to another cell with each frame, while a wheel enlarges and shrinks
 * with each frame, while the enlarged map is dragged, and while the pointer moves and the wheel
 * turns at the same time. To be started in a real window with {@code -Dprism.order=sw} (see {@code
 * src/build/heatmap-frames}); prints the time between frames, and the CPU time of a frame: that of
 * the FX thread and of the renderer, which a busy machine changes less.
 */
public final class HeatMapFrames {
  private static final int CELLS = 200;
  private static final int WARM = 60;
  private static final int NOTCH = 40;

  /** Notches in one direction before the wheel turns round: to about nine times the size. */
  private static final int TURN = 10;

  private HeatMapFrames() {}

  /** Starts the measurement; {@code [FRAMES]} of each kind, 300 when left out. */
  public static void main(String[] arguments) {
    int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
    System.setProperty("javafx.animation.fullspeed", "true"); // not held back to 60 a second
    Platform.startup(() -> show(new Stage(), frames));
  }

  private static void show(Stage stage, int frames) {
    ChartStage charts = new ChartStage(Theme.LIGHT, Locale.ENGLISH);
    HeatMap map = new ChartSamples(false).heat(CELLS, CELLS);
    map.setMinHeight(0);
    ChartFrame frame = new ChartFrame();
    frame.setTitle("%d by %d".formatted(CELLS, CELLS));
    frame.setContent(map);
    frame.equip(charts.tools());
    StackPane page = new StackPane(frame);
    page.getStyleClass().add("page");
    Scene scene = new Scene(page, 1440, 900);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
    new Hand(map, frames).start();
  }

  /** What the hand does with each frame. */
  private enum Kind {
    HOVER,
    ZOOM,
    DRAG,
    HOVER_AND_ZOOM
  }

  /** Moves the pointer and turns the wheel once in each frame, and takes the time. */
  private static final class Hand extends AnimationTimer {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final HeatMap map;
    private final long[] gaps;
    private long drawing;
    private long rendering;
    private int kind;
    private int frame = -WARM;
    private long last;

    Hand(HeatMap map, int frames) {
      this.map = map;
      gaps = new long[frames];
    }

    @Override
    public void handle(long now) {
      long time = System.nanoTime();
      if (frame > 0) {
        gaps[frame - 1] = time - last;
      }
      last = time;
      if (frame == 0) {
        drawing = cpu("JavaFX Application Thread");
        rendering = cpu("QuantumRenderer");
      }
      if (frame == gaps.length) {
        report();
        frame = -WARM;
        kind++;
        map.showAll();
      }
      if (kind == Kind.values().length) {
        stop();
        Platform.exit();
        return;
      }
      act(Kind.values()[kind]);
      frame++;
    }

    private void act(Kind what) {
      int step = frame + WARM;
      Box box = map.plotBox();
      double x = box.x() + step * 37 % 1000 / 1000.0 * box.width();
      double y = box.y() + step * 53 % 1000 / 1000.0 * box.height();
      int direction = step / TURN % 2 == 0 ? 1 : -1;
      switch (what) {
        case HOVER -> mouse(MouseEvent.MOUSE_MOVED, x, y);
        case ZOOM -> wheel(box.x() + box.width() / 3, box.y() + box.height() / 3, direction);
        case DRAG -> {
          if (step == 0) {
            wheel(box.x() + box.width() / 2, box.y() + box.height() / 2, TURN / 2);
            mouse(MouseEvent.MOUSE_PRESSED, x, y);
          }
          double along = Math.abs(step % 100 - 50) / 50.0;
          mouse(
              MouseEvent.MOUSE_DRAGGED,
              box.x() + along * box.width(),
              box.y() + along * box.height());
        }
        case HOVER_AND_ZOOM -> {
          mouse(MouseEvent.MOUSE_MOVED, x, y);
          wheel(x, y, direction);
        }
      }
    }

    private void mouse(EventType<MouseEvent> type, double x, double y) {
      Point2D screen = map.localToScreen(x, y);
      boolean down = type != MouseEvent.MOUSE_MOVED;
      fire(
          new MouseEvent(
              map,
              map,
              type,
              x,
              y,
              screen.getX(),
              screen.getY(),
              down ? MouseButton.PRIMARY : MouseButton.NONE,
              0,
              false,
              false,
              false,
              false,
              down,
              false,
              false,
              false,
              false,
              false,
              null));
    }

    private void wheel(double x, double y, int notches) {
      Point2D screen = map.localToScreen(x, y);
      fire(
          new ScrollEvent(
              map,
              map,
              ScrollEvent.SCROLL,
              x,
              y,
              screen.getX(),
              screen.getY(),
              false,
              false,
              false,
              false,
              false,
              false,
              0,
              NOTCH * notches,
              0,
              NOTCH * notches,
              ScrollEvent.HorizontalTextScrollUnits.NONE,
              0,
              ScrollEvent.VerticalTextScrollUnits.NONE,
              0,
              0,
              null));
    }

    private void fire(Event event) {
      Event.fireEvent(map, event);
    }

    private void report() {
      long[] sorted = gaps.clone();
      Arrays.sort(sorted);
      double median = sorted[sorted.length / 2] / 1e6;
      double slow = sorted[sorted.length * 95 / 100] / 1e6;
      double mean = Arrays.stream(sorted).average().orElseThrow() / 1e6;
      System.out.printf(
          Locale.ROOT,
          "%-14s %d frames: median %.1f ms, 95%% %.1f ms, %.0f frames a second; CPU of a frame"
              + " %.1f + %.1f ms%n",
          Kind.values()[kind].name().toLowerCase(Locale.ROOT).replace('_', ' '),
          sorted.length,
          median,
          slow,
          1000 / mean,
          (cpu("JavaFX Application Thread") - drawing) / 1e6 / sorted.length,
          (cpu("QuantumRenderer") - rendering) / 1e6 / sorted.length);
    }

    /** What a thread has computed so far, in nanoseconds. */
    private long cpu(String name) {
      return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
          .filter(thread -> thread != null && thread.getThreadName().startsWith(name))
          .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
          .sum();
    }
  }
}
