package io.aisle.ui.chart;

import io.aisle.ui.common.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/**
 * Measures how long large charts take to be drawn anew, from the call to the pixels: two lines of
 * 100,000 points each, and 20,000 points. To be started with {@code -Dprism.order=sw}.
 */
public final class DrawTimes {
  private static final int LINE = 100_000;
  private static final int POINTS = 20_000;
  private static final int ROUNDS = 41;

  private DrawTimes() {}

  /** Starts the measurement. */
  public static void main(String[] arguments) {
    Platform.startup(() -> Platform.setImplicitExit(false));
    Platform.runLater(
        () -> {
          measure("no data", new TimeSeries());
          measure("2 lines of " + LINE, lines());
          measure(POINTS + " points", points());
          Platform.exit();
        });
  }

  private static TimeSeries lines() {
    TimeSeries chart = new TimeSeries();
    Random random = new Random(1);
    long[] times = LongStream.range(0, LINE).map(i -> i * 60_000).toArray();
    double[] one = random.doubles(LINE).toArray();
    double[] two = random.doubles(LINE, 1, 2).toArray();
    chart
        .seriesProperty()
        .set(
            List.of(
                new TimeSeries.Series("one", 0, times, one),
                new TimeSeries.Series("two", 1, times, two)));
    return chart;
  }

  private static Scatter points() {
    Scatter chart = new Scatter();
    Random random = new Random(1);
    chart
        .pointsProperty()
        .set(
            IntStream.range(0, POINTS)
                .mapToObj(
                    i ->
                        new Scatter.Point(
                            "user " + i,
                            i % 3,
                            random.nextGaussian(),
                            random.nextGaussian(),
                            Double.NaN,
                            Double.NaN))
                .toList());
    return chart;
  }

  private static void measure(String what, CanvasChart chart) {
    chart.setPrefSize(1000, 400);
    Scene scene = new Scene(chart, 1000, 400);
    Theme.LIGHT.dress(scene);
    WritableImage image = new WritableImage(1000, 400);
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      chart.redraw();
      long start = System.nanoTime();
      scene.snapshot(image);
      millis[round] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f ms, 95%% %.1f ms%n",
        what,
        millis[ROUNDS / 2],
        millis[ROUNDS * 95 / 100]);
  }
}
