package io.aisle.core.comparison;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Metrics that have values for the same users in all runs, so that one set of resamples serves them
 * all.
 *
 * @param metrics of the group
 * @param columns {@code [metric][run][user]}, only users with a value in every run; of predictions
 *     what each user adds to the figure
 */
record MetricGroup(List<Metric> metrics, double[][][] columns) {
  private static final double LEVEL = 0.05;

  /** Fixed, so that a comparison made twice shows the same digits. */
  private static final long SEED = 20_260_101;

  /** Groups the metrics that have a value for each user. */
  static List<MetricGroup> of(PairedRuns runs, List<Metric> metrics) {
    Map<BitSet, List<Metric>> byUsers = new LinkedHashMap<>();
    Map<Metric, double[][]> columns = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      if (metric.perUser()) {
        double[][] values = new double[runs.folders().size()][];
        Arrays.setAll(values, run -> runs.column(run, metric));
        columns.put(metric, values);
        byUsers.computeIfAbsent(defined(values), _ -> new ArrayList<>()).add(metric);
      }
    }
    List<MetricGroup> groups = new ArrayList<>();
    byUsers.forEach(
        (users, members) -> {
          int[] kept = users.stream().toArray();
          double[][][] selected =
              members.stream()
                  .map(m -> selected(runs, m, columns.get(m), kept))
                  .toArray(double[][][]::new);
          groups.add(new MetricGroup(members, selected));
        });
    return groups;
  }

  private static BitSet defined(double[][] values) {
    BitSet users = new BitSet();
    users.set(0, values[0].length);
    for (double[] column : values) {
      for (int u = 0; u < column.length; u++) {
        if (Double.isNaN(column[u])) {
          users.clear(u);
        }
      }
    }
    return users;
  }

  private static double[][] selected(
      PairedRuns runs, Metric metric, double[][] values, int[] users) {
    double[][] selected = users.length == values[0].length ? values : select(values, users);
    if (metric.ofPredictions()) {
      for (int run = 0; run < selected.length; run++) {
        int[] rows = runs.judged(run);
        int[] kept = Arrays.stream(users).map(u -> rows[u]).toArray();
        selected[run] = Contributions.of(metric, selected[run], kept);
      }
    }
    return selected;
  }

  private static double[][] select(double[][] values, int[] users) {
    return Arrays.stream(values)
        .map(column -> Arrays.stream(users).mapToDouble(u -> column[u]).toArray())
        .toArray(double[][]::new);
  }

  /** The estimates of each metric, one for each run. */
  Map<Metric, List<Estimate>> estimates(Parallel parallel, CancelSignal cancel) {
    double[][] all = Arrays.stream(columns).flatMap(Arrays::stream).toArray(double[][]::new);
    Bootstrap bootstrap = new Bootstrap(all, SEED, parallel, cancel);
    List<List<Estimate>> found = new ArrayList<>(Collections.nCopies(metrics.size(), List.of()));
    parallel.forRange(
        0,
        metrics.size(),
        1,
        (from, to, worker) -> {
          for (int m = from; m < to; m++) {
            cancel.check();
            int first = m * columns[m].length;
            found.set(m, estimates(metrics.get(m), columns[m], bootstrap, first));
          }
        });
    Map<Metric, List<Estimate>> estimates = new LinkedHashMap<>();
    for (int m = 0; m < metrics.size(); m++) {
      estimates.put(metrics.get(m), found.get(m));
    }
    return estimates;
  }

  /**
   * @param values {@code [run][user]}
   * @param first column of the first run in the bootstrap
   */
  private static List<Estimate> estimates(
      Metric metric, double[][] values, Bootstrap bootstrap, int first) {
    int others = values.length - 1;
    PairedTest[] tests = new PairedTest[others];
    Arrays.setAll(tests, i -> PairedTest.of(minus(values[i + 1], values[0])));
    double[] adjusted = Holm.adjust(Arrays.stream(tests).mapToDouble(PairedTest::pValue).toArray());
    List<Estimate> estimates = new ArrayList<>();
    estimates.add(reference(values[0], bootstrap.mean(first)));
    for (int i = 0; i < others; i++) {
      int column = first + i + 1;
      estimates.add(
          beside(
              mean(values[i + 1]),
              bootstrap.mean(column),
              bootstrap.difference(column, first),
              tests[i],
              adjusted[i],
              LEVEL / others,
              metric.loss()));
    }
    return estimates;
  }

  private static Estimate reference(double[] values, Interval interval) {
    double none = Double.NaN;
    return new Estimate(
        mean(values),
        interval.low(),
        interval.high(),
        none,
        none,
        none,
        none,
        none,
        none,
        Verdict.REFERENCE,
        -1);
  }

  private static Estimate beside(
      double mean,
      Interval interval,
      Interval difference,
      PairedTest test,
      double adjusted,
      double level,
      boolean loss) {
    boolean decided = adjusted < LEVEL && difference.excludesZero();
    Verdict verdict =
        !decided
            ? Verdict.TOO_CLOSE
            : test.difference() > 0 != loss ? Verdict.BETTER : Verdict.WORSE;
    return new Estimate(
        mean,
        interval.low(),
        interval.high(),
        test.difference(),
        difference.low(),
        difference.high(),
        test.pValue(),
        adjusted,
        test.effect(),
        verdict,
        decided ? -1 : test.moreUsers(level));
  }

  private static double[] minus(double[] left, double[] right) {
    double[] differences = new double[left.length];
    Arrays.setAll(differences, u -> left[u] - right[u]);
    return differences;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
