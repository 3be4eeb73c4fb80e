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
 * history, for a model one over its users. With many of them an interval is narrow and even a tiny
 * gap is certain, so a gap must also be of some size, in its unit and in standard deviations
 * (Cohen, Statistical power analysis, 1988: 0.8 is a large effect, 0.2 a small one).
 */
final class FaithfulnessFigures {
  /** Other places that an interval for one user wants. */
  private static final int LEAST_OTHERS = 4;

  /** No list shows less. */
  private static final double LEAST_RANKS = 1;

  /** In standard deviations of a user's scores. */
  private static final double LEAST_SCORE = 0.1;

  /** Of the falls without the other places: one thing is named, so it must stand out of them. */
  private static final double LEAST_OF_USER = 0.8;

  /** Of the gaps of users: on the average over them less is worth telling. */
  private static final double LEAST_OF_MODEL = 0.2;

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
          double least = least(measure, LEAST_OF_USER, apart);
          Verdict verdict = verdict(apart, interval, least);
          figures.add(
              figure(view, measure, top, split.named, split.random(), interval, least, verdict));
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
          double least = least(measure, LEAST_OF_MODEL, apart);
          Verdict verdict = verdict(apart, interval, least);
          figures.add(
              figure(view, measure, -1, mean(named), mean(random), interval, least, verdict));
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
      double least,
      Verdict verdict) {
    return new Figure(
        view, measure, top, named, random, interval.low(), interval.high(), least, verdict);
  }

  /** The gap that counts: so much in its unit, and so many standard deviations of the gaps. */
  private static double least(Measure measure, double deviations, double[] apart) {
    double unit = measure == Measure.RANK ? LEAST_RANKS : LEAST_SCORE;
    return Math.max(unit, deviations * deviation(apart));
  }

  private static Verdict verdict(double[] apart, Interval interval, double least) {
    if (apart.length < LEAST_OTHERS) {
      return Verdict.TOO_SHORT;
    }
    if (interval.low() <= 0) {
      return Verdict.LITTLE;
    }
    return mean(apart) >= least ? Verdict.EXPLAINS : Verdict.SLIGHT;
  }

  /** Standard deviation of a sample; 0 of a single value. */
  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
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
