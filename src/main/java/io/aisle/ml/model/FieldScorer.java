package io.aisle.ml.model;

import io.aisle.domain.experiment.FieldName;
import java.util.List;

/**
 * A scorer that reads a user, a moment, a history and an item as fields, each of which can be taken
 * from another example. What it does then says what each field adds to a score.
 */
public interface FieldScorer extends Scorer {
  /** The fields, those of the user first. */
  List<FieldName> fields();

  /**
   * Describes examples, so that mixtures of them can be scored.
   *
   * @param block user and history of each example
   * @param item {@code [block.size()]}
   * @param time {@code [block.size()]} seconds since 1970, {@link io.aisle.ml.data.FitData#NO_TIME}
   *     when unknown
   */
  Mixtures mixtures(HistoryBlock block, int[] item, long[] time);

  /** Scores mixtures of examples, as long as the scorer is open and by one thread at a time. */
  @FunctionalInterface
  interface Mixtures {
    /**
     * @param source {@code [rows * fields]} the example that each field of a row is taken from
     * @param out {@code [rows]} overwritten with scores before any sigmoid: the log-odds where the
     *     model tells how likely an interaction is
     */
    void score(int[] source, float[] out);
  }
}
