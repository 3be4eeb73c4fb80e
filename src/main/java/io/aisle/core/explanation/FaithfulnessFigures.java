package io.aisle.core.explanation;

import io.aisle.core.comparison.Bootstrap;
import io.aisle.core.comparison.Interval;
import io.aisle.core.explanation.Faithfulness.Figure;
import io.aisle.core.explanation.Faithfulness.Measure;
import io.aisle.core.explanation.Faithfulness.Verdict;
import io.aisle.core.explanation.Faithfulness.View;
import io.aisle.ml.model.Attention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes figures of drops. For one user the interval is a bootstrap over the other places of the
 * history, for a model one over its users.
 */
final class FaithfulnessFigures {
  /** Other places that an interval for one user wants. */
  private static final int LEAST_OTHERS = 4;

  private final long seed;

  /**
   * @param seed of the bootstrap
   */
  FaithfulnessFigures(long seed) {
    this.seed = seed;
  }

  /** The place, among those that the attention covers, that a view names. */
  static int top(Attention attention, View view) {
    double[] weights = view == View.MEAN ? attention.mean() : attention.rollout();
    int best = 0;
    for (int key = 1; key < weights.length; key++) {
      best = weights[key] > weights[best] ? key : best;
    }
    return attention.first() + best;
  }

  /**
   * @param drops of places that hold what each view names; others are those it was drawn against
   */
  Faithfulness ofUser(Attention attention, Drops drops) {
    List<Figure> figures = new ArrayList<>();
    for (View view : View.values()) {
      int top = top(attention, view);
      for (Measure measure : Measure.values()) {
        Split split = Split.of(drops, measure, top);
        if (split.others.length > 0) {
          double[] apart = Arrays.stream(split.others).map(other -> split.named - other).toArray();
          Interval interval = new Bootstrap(new double[][] {apart}, seed).mean(0);
          Verdict verdict = apart.length < LEAST_OTHERS ? Verdict.TOO_SHORT : verdict(interval);
          figures.add(figure(view, measure, top, split.named, split.random(), interval, verdict));
        }
      }
    }
    return new Faithfulness(1, drops.places().length, figures);
  }

  /** Drops of one user with the attention that named among them. */
  record Asked(Attention attention, Drops drops) {}

  /**
   * @param users with at least two places each
   */
  Faithfulness ofModel(List<Asked> users) {
    List<Figure> figures = new ArrayList<>();
    for (View view : View.values()) {
      for (Measure measure : Measure.values()) {
        double[] named = new double[users.size()];
        double[] random = new double[users.size()];
        double[] apart = new double[users.size()];
        for (int u = 0; u < named.length; u++) {
          Asked asked = users.get(u);
          Split split = Split.of(asked.drops, measure, top(asked.attention, view));
          named[u] = split.named;
          random[u] = split.random();
          apart[u] = named[u] - random[u];
        }
        if (named.length > 0) {
          Interval interval = new Bootstrap(new double[][] {apart}, seed).mean(0);
          Verdict verdict = named.length < LEAST_OTHERS ? Verdict.TOO_SHORT : verdict(interval);
          figures.add(figure(view, measure, -1, mean(named), mean(random), interval, verdict));
        }
      }
    }
    int places = users.stream().mapToInt(each -> each.drops.places().length).sum();
    return new Faithfulness(users.size(), places, figures);
  }

  private static Figure figure(
      View view,
      Measure measure,
      int top,
      double named,
      double random,
      Interval interval,
      Verdict verdict) {
    return new Figure(view, measure, top, named, random, interval.low(), interval.high(), verdict);
  }

  private static Verdict verdict(Interval interval) {
    return interval.low() > 0 ? Verdict.EXPLAINS : Verdict.LITTLE;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  /** The fall without the named place, and without each of the others. */
  private record Split(double named, double[] others) {
    static Split of(Drops drops, Measure measure, int top) {
      double[] falls = measure == Measure.RANK ? drops.rankFalls() : drops.scoreFalls();
      double named = 0;
      double[] others = new double[falls.length - 1];
      int size = 0;
      for (int at = 0; at < falls.length; at++) {
        if (drops.places()[at] == top) {
          named = falls[at];
        } else {
          others[size++] = falls[at];
        }
      }
      return new Split(named, others);
    }

    double random() {
      return mean(others);
    }
  }
}
