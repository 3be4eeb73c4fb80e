package io.aisle.ml.neural;

import io.aisle.domain.model.Bert4RecParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.DataShape;

/** BERT4Rec (Sun and others, 2019) on libtorch. */
public final class Bert4RecFamily extends SequenceFamily<Bert4RecParams> {
  @Override
  SequenceModel model(Bert4RecParams params, FitData data) {
    return Bert4RecModel.of(params, data.items());
  }

  @Override
  double parameters(Bert4RecParams p, DataShape shape) {
    return (shape.items() + 1.0 + p.maxLength()) * p.embeddingSize()
        + blocks(p.layers(), p.embeddingSize())
        + (2.0 * p.maxLength() - 1) * p.layers() * p.heads();
  }

  /** An epoch goes several times over the windows. */
  @Override
  public double work(Bert4RecParams p, FitData data) {
    return MaskedPlan.passes(p) * super.work(p, data);
  }

  @Override
  double activations(Bert4RecParams p, double positions) {
    return held(p.layers(), p.heads(), p.embeddingSize(), positions, p.maxLength());
  }

  @Override
  double targets(Bert4RecParams p, int batchSize) {
    return super.targets(p, batchSize) * Math.min(1, p.maskShare() + 1.0 / p.maxLength());
  }
}
