package io.aisle.core.comparison;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The statistics of a comparison in a fixed shape: 20 runs, 50,000 users, the metrics of the usual
 * protocol that each user has a value of, 10,000 resamples. Reading the tables is not part of it.
 */
public final class ComparisonBench {
  private static final int RUNS = 20;
  private static final int USERS = 50_000;
  private static final List<Integer> DEPTHS = List.of(5, 10, 20);

  private final MetricGroup group;
  private final Parallel parallel;
  private final CancelSignal cancel;

  public ComparisonBench(Parallel parallel, CancelSignal cancel) {
    this.parallel = parallel;
    this.cancel = cancel;
    List<Metric> metrics = new ArrayList<>();
    for (MetricKind kind : MetricKind.RANKING) {
      DEPTHS.forEach(depth -> metrics.add(new Metric(kind, depth)));
    }
    metrics.removeIf(metric -> !metric.perUser());
    SplittableRandom random = new SplittableRandom(1);
    double[][][] columns = new double[metrics.size()][RUNS][];
    for (double[][] metric : columns) {
      for (int run = 0; run < RUNS; run++) {
        metric[run] = random.doubles(USERS).map(v -> v < 0.8 ? 0 : v).toArray();
      }
    }
    this.group = new MetricGroup(metrics, columns);
  }

  /** One round. */
  public void run() {
    group.estimates(parallel, cancel);
  }
}
