package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.model.Gru4RecParams;
import io.aisle.ml.model.HistoryBlock;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/** GRU4Rec as a sequence model: item table, recurrent layers, a way back to the item's width. */
record Gru4RecModel(Gru4RecParams params, int items, Layout layout) implements SequenceModel {
  private static final Set<Field> READS = EnumSet.of(Field.ITEMS);

  static Gru4RecModel of(Gru4RecParams params, int items) {
    long width = params.embeddingSize();
    long hidden = params.hiddenSize();
    Layout layout = new Layout();
    layout.add("item_embedding.weight", Init.glorot(items, width), items, width);
    for (int layer = 0; layer < params.layers(); layer++) {
      String name = "layers." + layer + ".";
      Init start = Init.linear(hidden);
      layout.add(name + "input.weight", start, 3 * hidden, layer == 0 ? width : hidden);
      layout.add(name + "state.weight", start, 3 * hidden, hidden);
      layout.add(name + "input.bias", start, 3 * hidden);
      layout.add(name + "state.bias", start, 3 * hidden);
    }
    layout.add("output.weight", Init.glorot(hidden, width), width, hidden);
    layout.add("output.bias", Init.ZERO, width);
    return new Gru4RecModel(params, items, layout);
  }

  @Override
  public EpochPlan plan(TrainingItems train, int batchSize, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Field> reads = objective().reads(READS);
    return WindowPlan.of(train, params.maxLength(), batchSize, reads, random);
  }

  @Override
  public BatchData scoring(HistoryBlock block, int from, int to) {
    return HistoryRows.fromTheLeft(block, from, to, params.maxLength(), READS);
  }

  @Override
  public SequenceNetwork network(Ops ops, Dropout dropout, PtNDManager constants) {
    return new Gru4RecNetwork(ops, this, dropout);
  }
}
