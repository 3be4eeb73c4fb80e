package io.aisle.core.robustness;

import io.aisle.core.comparison.RankAgreement;
import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.robustness.Robustness.Level;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Adds up what each user gets at one level over its rounds. Confined to one thread.
 *
 * <p>What depends on no draw is in every round the same, and so the mean over the rounds is the
 * value of a user.
 */
final class Tally {
  private final Evaluation before;
  private final Perturbation kind;
  private final double strength;
  private final int rounds;
  private final double[][] moved;
  private final double[] overlap;
  private final double[] rankBiased;
  private final double[] targetBefore;
  private final double[] targetAfter;
  private double changed;

  /**
   * @param before the lists from the unperturbed histories
   */
  Tally(Evaluation before, Perturbation kind, double strength, int rounds) {
    this.before = before;
    this.kind = kind;
    this.strength = strength;
    this.rounds = rounds;
    int users = before.users().length;
    this.moved = new double[before.metrics().size()][users];
    this.overlap = new double[users];
    this.rankBiased = new double[users];
    this.targetBefore = new double[users];
    this.targetAfter = new double[users];
  }

  /**
   * @param share mean share of the events that this round changed
   * @param target of a user, by its place among the users; -1 for none
   */
  void add(Evaluation after, double share, IntUnaryOperator target) {
    changed += share / rounds;
    for (int at = 0; at < overlap.length; at++) {
      for (int metric = 0; metric < moved.length; metric++) {
        double by = after.perUser()[at][metric] - before.perUser()[at][metric];
        moved[metric][at] += by / rounds;
      }
      int[] old = before.lists()[at];
      int[] now = after.lists()[at];
      overlap[at] += (same(old, now) ? 1 : overlap(old, now)) / rounds;
      rankBiased[at] += (same(old, now) ? 1 : rankBiased(old, now)) / rounds;
      int wanted = target.applyAsInt(at);
      targetBefore[at] += shows(old, wanted) / rounds;
      targetAfter[at] += shows(now, wanted) / rounds;
    }
  }

  private static boolean same(int[] old, int[] now) {
    return Arrays.equals(old, now);
  }

  private static double overlap(int[] old, int[] now) {
    return RankAgreement.overlap(old, now, Robustness.DEPTH);
  }

  private static double rankBiased(int[] old, int[] now) {
    return RankAgreement.rankBiased(old, now, RankAgreement.PERSISTENCE);
  }

  private static double shows(int[] list, int item) {
    return Arrays.stream(list).limit(Robustness.DEPTH).anyMatch(each -> each == item) ? 1 : 0;
  }

  /**
   * Puts the columns where they are resampled together with all others.
   *
   * @param first columns of the metrics before
   * @return what reads the level off, once that is done
   */
  Read ask(Columns columns, int[] first) {
    int[] own = columns.add(after());
    int lists = columns.add(overlap);
    int ranks = columns.add(rankBiased);
    boolean pushed = kind == Perturbation.PUSH;
    int shownBefore = pushed ? columns.add(targetBefore) : -1;
    int shownAfter = pushed ? columns.add(targetAfter) : -1;
    return resampled -> {
      Map<String, Robustness.Figure> figures = new LinkedHashMap<>();
      for (int metric = 0; metric < own.length; metric++) {
        figures.put(
            before.metrics().get(metric).id(), resampled.figure(own[metric], first[metric]));
      }
      return new Level(
          kind,
          strength,
          changed,
          figures,
          resampled.value(lists),
          resampled.value(ranks),
          pushed ? resampled.figure(shownAfter, shownBefore) : null);
    };
  }

  /** The values after; exactly those before where nothing moved. */
  private double[][] after() {
    double[][] after = new double[moved.length][overlap.length];
    for (int metric = 0; metric < moved.length; metric++) {
      for (int at = 0; at < overlap.length; at++) {
        after[metric][at] = before.perUser()[at][metric] + moved[metric][at];
      }
    }
    return after;
  }

  /** Reads a level off the resamples. */
  @FunctionalInterface
  interface Read {
    Level of(Columns.Resampled resampled);
  }
}
