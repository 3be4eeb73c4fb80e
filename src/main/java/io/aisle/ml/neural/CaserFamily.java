package io.aisle.ml.neural;

import io.aisle.domain.model.CaserParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.DataShape;

/** Caser (Tang and Wang, 2018) on libtorch. */
public final class CaserFamily extends SequenceFamily<CaserParams> {
  @Override
  SequenceModel model(CaserParams params, FitData data) {
    return CaserModel.of(params, data.users(), data.items());
  }

  /** Each interaction is a target with a window of its own. */
  @Override
  public double work(CaserParams params, FitData data) {
    return data.train().size();
  }

  @Override
  double targets(CaserParams params, int batchSize) {
    return batchSize;
  }

  @Override
  double parameters(CaserParams p, DataShape shape) {
    double d = p.embeddingSize();
    double users = p.userEmbedding() ? shape.users() + 1.0 : 0;
    double filters = p.horizontalFilters() * p.maxLength() * (p.maxLength() + 1) / 2.0 * d;
    return (shape.items() + 1.0) * d
        + users * d
        + shape.items() * ((p.userEmbedding() ? 2 : 1) * d + 1)
        + filters
        + d * CaserModel.features(p);
  }

  @Override
  double activations(CaserParams p, double positions) {
    return positions * (4.0 * p.embeddingSize() + 2.0 * p.maxLength() * p.horizontalFilters());
  }
}
