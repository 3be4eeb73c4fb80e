package io.aisle.ml.data;

import io.aisle.domain.experiment.ContextFeature;
import java.util.OptionalDouble;

/**
 * What a model is fitted on.
 *
 * @param train the training part, each user's interactions in the order of time where times are
 *     known; with {@code weighted} the events of other kinds are among them
 * @param weighted whether values are strengths that the analyst gave to kinds of events: then every
 *     implicit model counts an interaction as much as its value says. Else values are the data's
 *     own (ratings, quantities) and models read them as their help page says
 * @param positiveFrom click models: interactions with at least this value are positive, the others
 *     negative; empty for implicit feedback, where all are positive and negatives are sampled
 * @param features attributes
 */
public record FitData(
    Interactions train, boolean weighted, OptionalDouble positiveFrom, Features features) {
  /** Stands for an unknown moment. */
  public static final long NO_TIME = ContextFeature.UNKNOWN;

  /** Implicit feedback without attributes. */
  public static FitData of(Interactions train) {
    return new FitData(train, false, OptionalDouble.empty(), Features.NONE);
  }

  /** The same with other interactions of the same users and items. */
  public FitData with(Interactions other) {
    return new FitData(other, weighted, positiveFrom, features);
  }

  public int users() {
    return train.users();
  }

  public int items() {
    return train.items();
  }
}
