package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.PopularityParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import java.util.Map;

/**
 * Recommends what was interacted with most: the score of an item is its number of training
 * interactions, for every user alike. Tensor: {@code counts [items]}.
 */
public final class PopularityFamily implements ModelFamily<PopularityParams> {
  private static final String COUNTS = "counts";

  @Override
  public ModelTrainer trainer(
      PopularityParams params, TrainingSpec training, FitData data, Compute compute) {
    return new ClosedFormTrainer(
        () -> fit(data.train()), weights -> load(params, weights, data, compute), compute.cancel());
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

  private static Weights fit(Interactions train) {
    int[] counts = train.itemCounts();
    float[] values = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      values[i] = counts[i];
    }
    return new Weights(Map.of(COUNTS, Tensor.of(values, values.length)), Map.of());
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
