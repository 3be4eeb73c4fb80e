package io.aisle.ml.neural;

import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.DataShape;

/** SASRec (Kang and McAuley, 2018) on libtorch. */
public final class SasRecFamily extends SequenceFamily<SasRecParams> {
  @Override
  SequenceModel model(SasRecParams params, FitData data) {
    return SasRecModel.of(params, data.items());
  }

  @Override
  double parameters(SasRecParams p, DataShape shape) {
    return (shape.items() + (double) p.maxLength()) * p.embeddingSize()
        + blocks(p.layers(), p.embeddingSize());
  }

  @Override
  double activations(SasRecParams p, double positions) {
    return held(p.layers(), p.heads(), p.embeddingSize(), positions, p.maxLength());
  }

  @Override
  double targets(SasRecParams p, int batchSize) {
    return p.positions() == Positions.ALL ? super.targets(p, batchSize) : batchSize;
  }
}
