package io.aisle.core.robustness;

import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import java.util.Arrays;

/**
 * A model that is asked about everybody as about a stranger: from the history alone, without what
 * it has stored about the user. Does not own the model.
 */
record Stranger(Scorer model) implements Scorer {
  @Override
  public int items() {
    return model.items();
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    int[] nobody = new int[block.size()];
    Arrays.fill(nobody, -1);
    model.scoreAll(
        new HistoryBlock(nobody, block.offsets(), block.item(), block.value(), block.time()), out);
  }

  @Override
  public boolean concurrent() {
    return model.concurrent();
  }
}
