package io.aisle.ml.neural;

import io.aisle.domain.model.Gru4RecParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.DataShape;

/** GRU4Rec (Hidasi and others, 2016) on libtorch. */
public final class Gru4RecFamily extends SequenceFamily<Gru4RecParams> {
  @Override
  SequenceModel model(Gru4RecParams params, FitData data) {
    return Gru4RecModel.of(params, data.items());
  }

  @Override
  double parameters(Gru4RecParams p, DataShape shape) {
    double d = p.embeddingSize();
    double h = p.hiddenSize();
    double upper = (p.layers() - 1) * (6 * h * h + 6 * h);
    return (shape.items() + 1) * d + 3 * h * (d + h + 2) + upper + h * d;
  }

  @Override
  double activations(Gru4RecParams p, double positions) {
    return positions * (4.0 * p.embeddingSize() + p.layers() * 12.0 * p.hiddenSize());
  }
}
