package io.aisle.ml.model;

/**
 * A fitted model that also says how likely an interaction is, or which rating it gets, in numbers
 * that mean the same for every user.
 */
public interface Predictor extends Scorer {
  /** What the numbers are. */
  enum Target {
    /** How likely it is that the interaction is positive, in [0, 1]. */
    PROBABILITY,
    /** The rating, on the scale of the data. */
    RATING
  }

  Target target();

  /**
   * Predicts one interaction for each row of a block.
   *
   * @param block the histories, without the interaction in question
   * @param item {@code [block.size()]} the item of each row
   * @param time {@code [block.size()]} seconds since 1970, {@link io.aisle.ml.data.FitData#NO_TIME}
   *     when unknown
   * @param out {@code [block.size()]} overwritten; no NaN
   */
  void predict(HistoryBlock block, int[] item, long[] time, float[] out);
}
