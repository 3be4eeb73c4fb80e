package io.aisle.ml.neural;

import io.aisle.domain.model.DeepFmParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.PairSetup;

/** DeepFM (Guo and others, 2017) over ids, attributes, moment and history ({@link DeepFmModel}). */
public final class DeepFmFamily extends PairFamily<DeepFmParams> {
  @Override
  Sizes sizes(DeepFmParams p) {
    double work = (double) p.firstLayer() * (2.0 * p.embeddingSize() + p.secondLayer());
    return new Sizes(p.embeddingSize() + 1, 0, p.dropout(), p.negatives(), p.firstLayer(), work);
  }

  @Override
  PairSetup setup(DeepFmParams params, FitData data) {
    return PairSetup.predicting(data, params.maxLength());
  }

  @Override
  PairModel model(DeepFmParams params, PairShape shape, Constants constants) {
    return new DeepFmModel(
        shape.userFields(),
        shape.itemFields(),
        params.embeddingSize(),
        params.firstLayer(),
        params.secondLayer(),
        constants);
  }
}
