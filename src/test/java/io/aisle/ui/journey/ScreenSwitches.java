package io.aisle.ui.journey;

import io.aisle.core.job.Memory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;

/**
 * Measures how fast the screens follow a click, and what opening them again and again costs: {@code
 * ScreenSwitches WORKSPACE [OPENINGS]}. The workspace should hold a data set and runs. A switch
 * takes from the click to the second pulse after it, by when the new screen has been painted. Needs
 * no display with {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class ScreenSwitches {
  private static final List<String> SCREENS =
      List.of("data", "train", "compare", "users", "settings");
  private static final int WARM = 5;

  /** By then the screens behind the first one have been loaded. */
  private static final long SETTLE_ALL_MILLIS = 8000;

  private static final long SETTLE_MILLIS = 350;

  private final WorkbenchDriver driver;

  private ScreenSwitches(WorkbenchDriver driver) {
    this.driver = driver;
  }

  /** Starts the toolkit, measures, and ends the process. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path workspace = Files.createDirectories(Path.of(arguments[0]));
    int openings = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    Platform.startup(() -> Platform.setImplicitExit(false));
    try (WorkbenchDriver driver = new WorkbenchDriver(workspace)) {
      driver.show(new WorkbenchDriver.Answers());
      PulseWatcher start = new PulseWatcher();
      WorkbenchDriver.pause(SETTLE_ALL_MILLIS);
      System.out.printf(
          Locale.ROOT,
          "longest block of the FX thread after the first frame: %d ms%n",
          start.busiestMillis());
      start.stop();
      ScreenSwitches measure = new ScreenSwitches(driver);
      measure.times();
      measure.memory(openings);
    } finally {
      Platform.exit();
    }
  }

  private void times() throws InterruptedException {
    PulseWatcher pulse = new PulseWatcher();
    System.out.println(
        "switch (ms to the second pulse)   first   later: median   longest   FX busy");
    Map<String, Double> first = new TreeMap<>();
    Map<String, Long> busy = new TreeMap<>();
    for (String screen : List.of("train", "compare", "users", "settings", "data")) {
      pulse.reset();
      first.put(screen, millis(screen));
      WorkbenchDriver.pause(2500);
      busy.put(screen, pulse.busiestMillis());
    }
    for (String to : SCREENS) {
      List<Double> later = new ArrayList<>();
      pulse.reset();
      for (String from : SCREENS) {
        if (!from.equals(to)) {
          var unused = millis(from);
          WorkbenchDriver.pause(SETTLE_MILLIS);
          later.add(millis(to));
          WorkbenchDriver.pause(SETTLE_MILLIS);
        }
      }
      double[] sorted = later.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "to %-28s %8.0f %13.0f %11.0f   %d / %d%n",
          to,
          first.get(to),
          sorted[sorted.length / 2],
          sorted[sorted.length - 1],
          busy.get(to),
          pulse.busiestMillis());
    }
    pulse.stop();
  }

  private double millis(String screen) {
    CompletableFuture<Double> painted = new CompletableFuture<>();
    WorkbenchDriver.fx(
        () -> {
          ButtonBase button = (ButtonBase) driver.scene().getRoot().lookup("#screen-" + screen);
          long begun = System.nanoTime();
          button.fire();
          new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
              if (++pulses == 2) {
                stop();
                painted.complete((System.nanoTime() - begun) / 1e6);
              }
            }
          }.start();
          return null;
        });
    return painted.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private void memory(int openings) {
    open(WARM);
    long[] before = used();
    open(openings);
    long[] after = used();
    System.out.printf(
        Locale.ROOT,
        "memory before and after %d openings of every screen: heap %d -> %d MB (%+.1f %%),"
            + " resident %d -> %d MB (%+.1f %%)%n",
        openings,
        before[0],
        after[0],
        100.0 * (after[0] - before[0]) / before[0],
        before[1],
        after[1],
        100.0 * (after[1] - before[1]) / before[1]);
  }

  private void open(int times) {
    for (int time = 0; time < times; time++) {
      for (String screen : SCREENS) {
        var unused = millis(screen);
        WorkbenchDriver.pause(120);
      }
    }
  }

  /** Heap after a collection and resident memory of this process, MB. */
  private static long[] used() {
    WorkbenchDriver.pause(3000);
    for (int time = 0; time < 3; time++) {
      System.gc();
      WorkbenchDriver.pause(300);
    }
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    long[] used = {heap, Memory.ofThisProcess().residentMb()};
    System.out.println("  MB of heap and resident: " + Arrays.toString(used));
    return used;
  }
}
