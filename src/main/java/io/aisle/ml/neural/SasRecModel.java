package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.ml.model.HistoryBlock;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/** SASRec as a sequence model: item table, positions, Transformer blocks. */
record SasRecModel(SasRecParams params, int items, Layout layout) implements SequenceModel {
  private static final Set<Field> NEWEST = EnumSet.of(Field.ITEMS, Field.FIRSTS);
  private static final Set<Field> ALL = EnumSet.of(Field.ITEMS, Field.FIRSTS, Field.POSITIONS);
  private static final Init EMBEDDING = new Init.Normal(0.02);

  static SasRecModel of(SasRecParams params, int items) {
    int width = params.embeddingSize();
    Layout layout = new Layout();
    layout.add("item_embedding.weight", EMBEDDING, items, width);
    layout.add("position_embedding.weight", EMBEDDING, params.maxLength(), width);
    blocks(params).addTo(layout);
    return new SasRecModel(params, items, layout);
  }

  static TransformerLayout blocks(SasRecParams params) {
    return new TransformerLayout("", params.layers(), params.embeddingSize());
  }

  @Override
  public EpochPlan plan(TrainingItems train, int batchSize, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return params.positions() == Positions.ALL
        ? PackedPlan.of(train, params.maxLength(), batchSize, objective().reads(ALL), random)
        : PrefixPlan.of(
            train,
            new PrefixPlan.Columns(params.maxLength(), false, 0),
            batchSize,
            objective().reads(NEWEST),
            random);
  }

  @Override
  public BatchData scoring(HistoryBlock block, int from, int to) {
    return HistoryRows.of(block, from, to, params.maxLength(), NEWEST);
  }

  @Override
  public SasRecNetwork network(Ops ops, Dropout dropout, PtNDManager constants) {
    return new SasRecNetwork(ops, this, dropout, constants);
  }
}
