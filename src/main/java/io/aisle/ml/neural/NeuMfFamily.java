package io.aisle.ml.neural;

import io.aisle.domain.model.NeuMfParams;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.embedding.FieldMap;
import io.aisle.ml.model.PairSetup;

/**
 * Neural matrix factorisation (He and others, 2017) of ids alone, trained in one go without
 * pre-training its parts ({@link NeuMfModel}). What is not positive is left out.
 */
public final class NeuMfFamily extends PairFamily<NeuMfParams> {
  @Override
  Sizes sizes(NeuMfParams p) {
    double work = (double) p.firstLayer() * (2.0 * p.embeddingSize() + p.secondLayer());
    return new Sizes(2 * p.embeddingSize(), 0, p.dropout(), p.negatives(), p.firstLayer(), work);
  }

  @Override
  PairSetup setup(NeuMfParams params, FitData data) {
    return new PairSetup(data, Features.NONE, false, FieldMap.Past.NONE, 0);
  }

  @Override
  PairModel model(NeuMfParams params, PairShape shape, Constants constants) {
    return new NeuMfModel(params.embeddingSize(), params.firstLayer(), params.secondLayer());
  }
}
