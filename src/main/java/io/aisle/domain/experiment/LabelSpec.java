package io.aisle.domain.experiment;

import io.aisle.domain.model.Range;
import java.util.OptionalDouble;

/**
 * What counts as positive where models predict.
 *
 * @param minValue interactions with at least this value are positive, the others negative; empty:
 *     every interaction is positive
 * @param negatives where every interaction is positive: items that the user never had, judged
 *     beside each positive
 */
public record LabelSpec(
    OptionalDouble minValue, @Range(min = 1, max = MOST_NEGATIVES) int negatives) {
  /** The most that can be asked for. */
  public static final int MOST_NEGATIVES = 1000;

  public static final LabelSpec DEFAULTS = new LabelSpec(OptionalDouble.empty(), 4);
}
