package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.ml.embedding.LogisticLoss;
import io.aisle.ml.model.FieldReader;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.PairState;
import io.aisle.ml.model.Predictor;

/** A {@link PairScorer} whose scores are log-odds. */
final class PairPredictor extends PairScorer implements Predictor {
  /** As for a {@link PairScorer}. */
  PairPredictor(
      PairModel model,
      PairShape shape,
      FieldReader reader,
      PairState state,
      int pairCells,
      PtNDManager manager) {
    super(model, shape, reader, state, pairCells, manager);
  }

  @Override
  public Target target() {
    return Target.PROBABILITY;
  }

  @Override
  public void predict(HistoryBlock block, int[] item, long[] time, float[] out) {
    score(block, item, time, out);
    for (int r = 0; r < block.size(); r++) {
      out[r] = LogisticLoss.sigmoid(out[r]);
    }
  }
}
