package io.aisle.ml.neural;

import io.aisle.domain.model.MlpParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.PairSetup;

/** A multilayer perceptron over ids, attributes, moment and history ({@link MlpModel}). */
public final class MlpFamily extends PairFamily<MlpParams> {
  @Override
  Sizes sizes(MlpParams p) {
    double work = (double) p.firstLayer() * (2.0 * p.embeddingSize() + p.secondLayer());
    return new Sizes(p.embeddingSize(), 0, p.dropout(), p.negatives(), p.firstLayer(), work);
  }

  @Override
  PairSetup setup(MlpParams params, FitData data) {
    return PairSetup.predicting(data, params.maxLength());
  }

  @Override
  PairModel model(MlpParams params, PairShape shape, Constants constants) {
    return new MlpModel(
        shape.userFields(),
        shape.itemFields(),
        shape.width(),
        params.firstLayer(),
        params.secondLayer());
  }
}
