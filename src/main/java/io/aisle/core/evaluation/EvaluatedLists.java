package io.aisle.core.evaluation;

import io.aisle.domain.model.Metric;
import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where an evaluation collects its lists. Several threads may put at a time, each its own users.
 */
final class EvaluatedLists {
  private final EvaluationStage stage;
  private final List<Metric> metrics;
  private final int[] users;
  private final double[][] perUser;
  private final int[][] lists;
  private final float[][] scores;

  EvaluatedLists(EvaluationStage stage, List<Metric> metrics) {
    this.stage = stage;
    this.metrics = List.copyOf(metrics);
    Interactions truth = stage.truth();
    users = IntStream.range(0, truth.users()).filter(u -> truth.length(u) > 0).toArray();
    perUser = new double[users.length][];
    lists = new int[users.length][];
    scores = new float[users.length][];
  }

  /** Index of each evaluated user, ascending. */
  int[] users() {
    return users;
  }

  /** Keeps what one user got; {@code at} counts evaluated users. */
  void put(int at, int[] list, float[] listScores, double[] values) {
    lists[at] = list;
    scores[at] = listScores;
    perUser[at] = values;
  }

  Evaluation finish(int items) {
    Map<Metric, Double> means = new LinkedHashMap<>();
    for (int m = 0; m < metrics.size(); m++) {
      Metric metric = metrics.get(m);
      means.put(metric, metric.perUser() ? mean(m) : coverage(metric.k(), items));
    }
    int cold = (int) Arrays.stream(users).filter(user -> stage.history().length(user) == 0).count();
    return new Evaluation(users, metrics, perUser, means, lists, scores, cold);
  }

  private double mean(int metric) {
    double sum = 0;
    int defined = 0;
    for (double[] values : perUser) {
      if (!Double.isNaN(values[metric])) {
        sum += values[metric];
        defined++;
      }
    }
    return defined == 0 ? Double.NaN : sum / defined;
  }

  private double coverage(int k, int items) {
    if (users.length == 0) {
      return Double.NaN;
    }
    BitSet listed = new BitSet(items);
    for (int[] list : lists) {
      for (int rank = 0; rank < Math.min(k, list.length); rank++) {
        listed.set(list[rank]);
      }
    }
    return (double) listed.cardinality() / items;
  }
}
