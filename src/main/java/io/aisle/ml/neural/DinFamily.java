package io.aisle.ml.neural;

import io.aisle.domain.model.DinParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.embedding.FieldMap;
import io.aisle.ml.model.PairSetup;

/** The deep interest network (Zhou and others, 2018) over history and fields ({@link DinModel}). */
public final class DinFamily extends PairFamily<DinParams> {
  @Override
  Sizes sizes(DinParams p) {
    double attention = (double) p.maxLength() * p.attentionLayer() * p.embeddingSize();
    double work = (double) p.firstLayer() * (3.0 * p.embeddingSize() + p.secondLayer());
    return new Sizes(
        p.embeddingSize(),
        p.maxLength(),
        p.dropout(),
        p.negatives(),
        p.maxLength() * p.attentionLayer(),
        attention + work);
  }

  @Override
  PairSetup setup(DinParams params, FitData data) {
    return new PairSetup(
        data,
        data.features(),
        data.positiveFrom().isPresent(),
        FieldMap.Past.CELLS,
        params.maxLength());
  }

  @Override
  PairModel model(DinParams params, PairShape shape, Constants constants) {
    return new DinModel(
        shape.userFields() - shape.pastCells(),
        shape.itemFields(),
        shape.width(),
        shape.pastCells(),
        params.attentionLayer(),
        params.firstLayer(),
        params.secondLayer());
  }
}
