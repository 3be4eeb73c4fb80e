package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.PopularityParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import java.util.Map;

/**
 * Recommends what was interacted with most: the score of an item is its number of training
 * interactions, or with weights their sum, for every user alike. Tensor: {@code counts [items]}.
 */
public final class PopularityFamily implements ModelFamily<PopularityParams> {
  private static final String COUNTS = "counts";

  @Override
  public ModelTrainer trainer(
      PopularityParams params, TrainingSpec training, FitData data, Compute compute) {
    return new ClosedFormTrainer(
        () -> fit(data), weights -> load(params, weights, data, compute), compute.cancel());
  }

  @Override
  public Scorer load(PopularityParams params, Weights weights, FitData data, Compute compute) {
    return new PopularityScorer(weights.values(COUNTS, data.items()));
  }

  @Override
  public double work(PopularityParams params, FitData data) {
    return data.train().size() + data.items();
  }

  @Override
  public Footprint footprint(PopularityParams params, TrainingSpec training, DataShape shape) {
    return new Footprint(16.0 * shape.items(), 0);
  }

  private static Weights fit(FitData data) {
    float[] counts = counts(data);
    return new Weights(Map.of(COUNTS, Tensor.of(counts, counts.length)), Map.of());
  }

  /** {@code [items]} interactions of each item, or the sums of their weights. */
  static float[] counts(FitData data) {
    Interactions train = data.train();
    float[] counts = new float[train.items()];
    double[] sums = new double[train.items()];
    for (int k = 0; k < train.size(); k++) {
      sums[train.item()[k]] += data.weighted() ? Math.max(0, train.value()[k]) : 1;
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (float) sums[i];
    }
    return counts;
  }

  private record PopularityScorer(float[] counts) implements Scorer {
    @Override
    public int items() {
      return counts.length;
    }

    @Override
    public void scoreAll(HistoryBlock block, float[] out) {
      for (int r = 0; r < block.size(); r++) {
        System.arraycopy(counts, 0, out, r * counts.length, counts.length);
      }
    }

    @Override
    public boolean concurrent() {
      return true;
    }
  }
}
