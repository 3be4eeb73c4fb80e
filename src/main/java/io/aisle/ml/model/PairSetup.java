package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.embedding.FieldMap;
import io.aisle.ml.embedding.Pairs;
import java.util.Optional;

/**
 * What models of users and items read of the data.
 *
 * @param features attributes besides the ids
 * @param labels whether labels of the data are learned where there are any; else what is not
 *     positive is left out, and negatives are drawn
 * @param past how the history is read
 * @param maxLength newest items of it that are read
 */
public record PairSetup(
    FitData data, Features features, boolean labels, FieldMap.Past past, int maxLength) {
  /** A model that predicts labels from ids, attributes and the mean of the history. */
  public static PairSetup predicting(FitData data, int maxLength) {
    return new PairSetup(
        data,
        data.features(),
        data.positiveFrom().isPresent(),
        maxLength == 0 ? FieldMap.Past.NONE : FieldMap.Past.OWN_ROWS,
        maxLength);
  }

  /** The rows of an epoch; negatives are drawn where there are no labels. */
  public Pairs pairs(int negatives, NegativeSampling sampling) {
    return new Pairs(data, labels, labels ? 0 : negatives, sampling, owned());
  }

  /** Reads users and items of these data. */
  public FieldReader reader() {
    return new FieldReader(new FieldMap(data, features, past, maxLength), data, labels, owned());
  }

  private SparseRows owned() {
    return SparseRows.of(data.train());
  }

  /**
   * Cells that an epoch computes, for an estimate of its arithmetic.
   *
   * @param negatives drawn for each interaction
   */
  public double cells(int negatives) {
    int fields = 2 + features.user().size() + features.item().size() + features.context().size();
    double rows = (double) data.train().size() * (labels ? 1 : 1 + negatives);
    return rows * fields + (past == FieldMap.Past.NONE ? 0 : historyItems());
  }

  private double historyItems() {
    double items = 0;
    for (int u = 0; u < data.users(); u++) {
      double length = data.train().length(u);
      items += length * Math.min(length, maxLength);
    }
    return items;
  }

  /** What labels lack, as a sentence with the way out. */
  public Optional<String> lacks() {
    if (!labels) {
      return Optional.empty();
    }
    double least = data.positiveFrom().getAsDouble();
    boolean positive = false;
    boolean negative = false;
    for (float value : data.train().value()) {
      positive |= value >= least;
      negative |= value < least;
    }
    return positive && negative
        ? Optional.empty()
        : Optional.of(
            "with label: {minValue: %s} all interactions are %s, so there is nothing to tell apart; choose another minValue, or leave label out"
                .formatted(least, positive ? "positive" : "negative"));
  }

  /** Heap for tables of embeddings: values, two moments, and the copies of checkpoints. */
  public static Footprint footprint(
      DataShape shape, double tables, double width, double nativeBytes) {
    double rows = tables * ((double) shape.users() + shape.items());
    return new Footprint(32 * rows * width, nativeBytes);
  }
}
