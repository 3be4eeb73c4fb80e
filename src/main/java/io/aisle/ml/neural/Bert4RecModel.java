package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.model.Bert4RecParams;
import io.aisle.ml.model.HistoryBlock;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * BERT4Rec as a sequence model: item table with the mask behind the last item, positions,
 * Transformer blocks that look both ways, what distances add to attention.
 */
record Bert4RecModel(Bert4RecParams params, int items, Layout layout) implements SequenceModel {
  private static final Set<Field> READS =
      EnumSet.of(Field.ITEMS, Field.FIRSTS, Field.LASTS, Field.POSITIONS, Field.PLACES);
  private static final Init EMBEDDING = new Init.Normal(0.02);

  static Bert4RecModel of(Bert4RecParams params, int items) {
    int width = params.embeddingSize();
    Layout layout = new Layout();
    layout.add("item_embedding.weight", EMBEDDING, items, width);
    layout.add("mask_embedding.weight", EMBEDDING, 1, width);
    layout.add("position_embedding.weight", EMBEDDING, params.maxLength(), width);
    blocks(params).addTo(layout);
    layout.add(
        "distance_bias.weight",
        DistanceBias.start(width, params.maxLength(), params.layers(), params.heads()),
        DistanceBias.shape(params.maxLength(), params.layers(), params.heads()));
    return new Bert4RecModel(params, items, layout);
  }

  static TransformerLayout blocks(Bert4RecParams params) {
    return new TransformerLayout("", params.layers(), params.embeddingSize(), true);
  }

  /** The mask takes one of the positions. */
  @Override
  public int maxLength() {
    return params.maxLength() - 1;
  }

  @Override
  public EpochPlan plan(TrainingItems train, int batchSize, long seed) {
    Set<Field> reads = objective().reads(READS);
    return MaskedPlan.of(train, params, items, batchSize, reads, new SplittableRandom(seed));
  }

  /** Each history with the mask behind its newest item. */
  @Override
  public BatchData scoring(HistoryBlock block, int from, int to) {
    int length = 1 + HistoryRows.longest(block, from, to, maxLength());
    RowCells cells = new RowCells(to - from, length, params.maxLength(), items);
    long[] places = new long[to - from];
    for (int r = from; r < to; r++) {
      int count = HistoryRows.read(block, r, maxLength());
      int[] row = new int[count + 1];
      System.arraycopy(block.item(), block.offsets()[r + 1] - count, row, 0, count);
      row[count] = items;
      cells.put(row, 0, count + 1, r - from, length - count - 1);
      places[r - from] = (r - from + 1L) * length - 1;
    }
    BatchData data = cells.history(READS);
    data.fields().put(Field.PLACES, places);
    return data;
  }

  @Override
  public SequenceNetwork network(Ops ops, Dropout dropout, PtNDManager constants) {
    return new Bert4RecNetwork(ops, this, dropout, constants);
  }
}
