package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.MarkovParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * First-order transitions: what followed an item in the histories follows it again. {@code P(j | i)
 * = (n_ij + smoothing * pi_j) / (n_i + smoothing)} with n_ij the number of times that j came
 * directly after i, n_i that of everything after i, and pi_j the share of j in all interactions; a
 * maximum a posteriori estimate under a Dirichlet prior (MacKay and Peto, 1995). The score of item
 * j is {@code sum_k decay^k P(j | i_k)} over the newest items, i_0 being the newest; without a
 * history it is pi_j. With weights, a transition counts as much as the interaction that it leads
 * to, and an item of the history as much as its own weight; interactions of weight 0 are skipped as
 * if they were not there.
 *
 * <p>Tensors: {@code popularity [items]} pi, and n in compressed sparse rows, one for each item
 * that something followed: {@code lengths [items]}, {@code neighbours [cells]}, {@code similarities
 * [cells]}.
 */
public final class MarkovFamily implements ModelFamily<MarkovParams> {
  private static final String POPULARITY = "popularity";

  @Override
  public ModelTrainer trainer(
      MarkovParams params, TrainingSpec training, FitData data, Compute compute) {
    return new ClosedFormTrainer(
        () -> fit(params, data), weights -> load(params, weights, data, compute), compute.cancel());
  }

  @Override
  public Scorer load(MarkovParams params, Weights weights, FitData data, Compute compute) {
    int items = data.items();
    SparseRows followed = SparseWeights.read(weights, items, items);
    return new MarkovScorer(params, followed, weights.values(POPULARITY, items), data.weighted());
  }

  @Override
  public double work(MarkovParams params, FitData data) {
    return data.train().size() + data.items();
  }

  @Override
  public Footprint footprint(MarkovParams params, TrainingSpec training, DataShape shape) {
    return new Footprint(48.0 * shape.interactions() + 32.0 * shape.items(), 0);
  }

  @Override
  public Optional<String> lacks(MarkovParams params, FitData data) {
    return HistoryOrder.lacking(data.train());
  }

  private static Weights fit(MarkovParams params, FitData data) {
    Interactions train = data.train();
    Transitions counts = new Transitions(params.reach(), train, data.weighted());
    Map<String, Tensor> tensors = new LinkedHashMap<>(SparseWeights.of(counts.matrix()).tensors());
    tensors.put(POPULARITY, Tensor.of(shares(data), train.items()));
    return new Weights(tensors, Map.of());
  }

  private static float[] shares(FitData data) {
    float[] shares = PopularityFamily.counts(data);
    double sum = 0;
    for (float share : shares) {
      sum += share;
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = sum > 0 ? (float) (shares[i] / sum) : 0;
    }
    return shares;
  }
}
