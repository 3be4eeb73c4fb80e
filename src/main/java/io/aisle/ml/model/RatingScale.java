package io.aisle.ml.model;

import io.aisle.ml.data.Interactions;

/**
 * The ratings of the training part at a glance.
 *
 * @param mean of all; 0 without any
 * @param low the lowest
 * @param high the highest
 */
record RatingScale(float mean, float low, float high) {
  static RatingScale of(Interactions train) {
    double sum = 0;
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : train.value()) {
      sum += value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return train.size() == 0
        ? new RatingScale(0, 0, 0)
        : new RatingScale((float) (sum / train.size()), low, high);
  }

  /** As {@link #values} wrote it. */
  static RatingScale of(float[] values) {
    return new RatingScale(values[0], values[1], values[2]);
  }

  float[] values() {
    return new float[] {mean, low, high};
  }

  /** The nearest rating on the scale. */
  float within(float rating) {
    return Math.clamp(rating, low, high);
  }
}
