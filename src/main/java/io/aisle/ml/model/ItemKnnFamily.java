package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.ml.data.FitData;

/**
 * Recommends what is similar to the history (Sarwar and others, 2001): the score of item j is
 * {@code sum_i value_i * s_ij} over the items i of the history. Cosine compares the columns of
 * values, {@code dot / (norm_i * norm_j + shrinkage)}; Jaccard compares the sets of users, {@code
 * both / (either + shrinkage)}; with weights it is Tanimoto's {@code dot / (norm_i^2 + norm_j^2 -
 * dot + shrinkage)}. With {@code prune: candidate} item j keeps its nearest neighbours, itself left
 * out, and listens to those of the history; with {@code prune: history} item i keeps its nearest
 * neighbours, itself being one of them, and votes for them, as {@code implicit} does. Strangers and
 * edited histories need nothing special: only the history counts.
 *
 * <p>Tensors, compressed sparse rows, one row for each item of a history: {@code lengths [items]},
 * {@code neighbours [cells]} the items that it votes for, {@code similarities [cells]}.
 */
public final class ItemKnnFamily implements ModelFamily<ItemKnnParams> {
  @Override
  public ModelTrainer trainer(
      ItemKnnParams params, TrainingSpec training, FitData data, Compute compute) {
    return new ClosedFormTrainer(
        () ->
            SparseWeights.of(
                new ItemSimilarities(
                        params, strength(data).of(data.train()), data.weighted(), compute)
                    .nearest()),
        weights -> load(params, weights, data, compute),
        compute.cancel());
  }

  @Override
  public Scorer load(ItemKnnParams params, Weights weights, FitData data, Compute compute) {
    return new VoteScorer(SparseWeights.read(weights, data.items(), data.items()), strength(data));
  }

  private static Strength strength(FitData data) {
    return data.weighted() ? Strength.WEIGHT : Strength.VALUE;
  }

  @Override
  public double work(ItemKnnParams params, FitData data) {
    return data.train().pairs() + data.items();
  }

  @Override
  public Footprint footprint(ItemKnnParams params, TrainingSpec training, DataShape shape) {
    double items = shape.items();
    return new Footprint(48 * items * Math.min(items, params.neighbours()) + 64 * items, 0);
  }
}
