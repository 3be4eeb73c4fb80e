package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.FmParams;
import io.aisle.ml.data.FitData;
import java.util.Optional;

/**
 * A factorisation machine of second order (Rendle, 2010) over ids, attributes, moment and history,
 * fitted to labels, or to interactions and drawn negatives, by binary cross-entropy ({@link
 * FmNetwork}); row-wise Adam. Fields with several values, and the history, are the mean of their
 * values.
 *
 * <p>Tensors: {@code bias [1]} and for each field {@code embedding.<field> [rows, embeddingSize +
 * 1]}, the weight behind the factors.
 */
public final class FmFamily implements ModelFamily<FmParams> {
  @Override
  public ModelTrainer trainer(
      FmParams params, TrainingSpec training, FitData data, Compute compute) {
    PairSetup setup = PairSetup.predicting(data, params.maxLength());
    return trainer(setup, params.embeddingSize(), params.negatives(), training, compute);
  }

  /** A trainer with any number of factors, 0 for logistic regression. */
  static ModelTrainer trainer(
      PairSetup setup, int factors, int negatives, TrainingSpec training, Compute compute) {
    FieldReader reader = setup.reader();
    FmNetwork network = network(reader, factors, compute.parallel());
    return new PairTrainer(
        training,
        compute,
        setup.pairs(negatives, training.sampling()),
        reader,
        factors + 1,
        network,
        state -> new FmScorer(reader, network, state));
  }

  private static FmNetwork network(FieldReader reader, int factors, Parallel parallel) {
    return new FmNetwork(
        reader.fields().userFields(), reader.fields().itemFields(), factors, parallel);
  }

  @Override
  public Scorer load(FmParams params, Weights weights, FitData data, Compute compute) {
    return load(
        PairSetup.predicting(data, params.maxLength()), params.embeddingSize(), weights, compute);
  }

  /** A scorer with any number of factors. */
  static Scorer load(PairSetup setup, int factors, Weights weights, Compute compute) {
    FieldReader reader = setup.reader();
    FmNetwork network = network(reader, factors, compute.parallel());
    PairWeights names = new PairWeights(reader.fields(), factors + 1, network.layout());
    return new FmScorer(reader, network, names.state(weights));
  }

  @Override
  public double work(FmParams params, FitData data) {
    return PairSetup.predicting(data, params.maxLength()).cells(params.negatives())
        * (params.embeddingSize() + 1);
  }

  @Override
  public Footprint footprint(FmParams params, TrainingSpec training, DataShape shape) {
    return PairSetup.footprint(shape, 1.5, params.embeddingSize() + 1, 0);
  }

  @Override
  public Optional<String> lacks(FmParams params, FitData data) {
    return PairSetup.predicting(data, params.maxLength()).lacks();
  }
}
