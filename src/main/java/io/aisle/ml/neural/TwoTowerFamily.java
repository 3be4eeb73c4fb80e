package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.TwoTowerParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.embedding.BatchSoftmax;
import io.aisle.ml.embedding.FieldMap;
import io.aisle.ml.model.PairNetwork;
import io.aisle.ml.model.PairSetup;

/**
 * A tower for users (id, attributes, moment, mean of the history) and one for items (id,
 * attributes), fitted by the softmax over the items of a batch ({@link TwoTowerNetwork}). What is
 * not positive is left out.
 */
public final class TwoTowerFamily extends PairFamily<TwoTowerParams> {
  @Override
  Sizes sizes(TwoTowerParams p) {
    double work = 2.0 * p.hiddenLayer() * (p.embeddingSize() + p.outputSize());
    return new Sizes(p.embeddingSize(), 0, 0, 0, 1, work + 1000 * p.outputSize());
  }

  @Override
  PairSetup setup(TwoTowerParams params, FitData data) {
    FieldMap.Past past = params.maxLength() == 0 ? FieldMap.Past.NONE : FieldMap.Past.ITEM_ROWS;
    return new PairSetup(data, data.features(), false, past, params.maxLength());
  }

  @Override
  TwoTowerModel model(TwoTowerParams params, PairShape shape, Constants constants) {
    return new TwoTowerModel(
        shape.userFields() * shape.width(),
        shape.itemFields() * shape.width(),
        params.hiddenLayer(),
        params.outputSize(),
        params.temperature(),
        constants);
  }

  @Override
  PairNetwork network(
      TwoTowerParams params,
      PairShape shape,
      FitData data,
      Parallel parallel,
      PtNDManager manager) {
    return new TwoTowerNetwork(
        model(params, shape, new Constants(manager)),
        shape,
        new BatchSoftmax(
            SparseRows.of(data.train()),
            data.train().itemCounts(),
            params.popularityCorrection(),
            parallel),
        manager);
  }
}
