package io.aisle.ui.common;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells screens that data sets or runs have come, changed or gone, whoever did it. FX thread only.
 */
public final class Changes {
  private final List<Runnable> datasets = new ArrayList<>();
  private final List<Runnable> runs = new ArrayList<>();

  public void onDatasets(Runnable listener) {
    datasets.add(listener);
  }

  public void onRuns(Runnable listener) {
    runs.add(listener);
  }

  public void datasets() {
    List.copyOf(datasets).forEach(Runnable::run);
  }

  public void runs() {
    List.copyOf(runs).forEach(Runnable::run);
  }

  /** Forgets who listens: before the window is built anew. */
  public void clear() {
    datasets.clear();
    runs.clear();
  }
}
