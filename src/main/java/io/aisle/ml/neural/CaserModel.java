package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.model.CaserParams;
import io.aisle.ml.model.HistoryBlock;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Caser as a sequence model: a table that scores items, whose last column is their bias; a table of
 * inputs with a row for "nothing" behind the last item; filters; where wanted a table of users with
 * a row for "anybody" behind the last.
 */
record CaserModel(CaserParams params, int users, int items, Layout layout)
    implements SequenceModel {
  private static final Set<Field> READS = EnumSet.of(Field.ITEMS);

  static CaserModel of(CaserParams params, int users, int items) {
    long d = params.embeddingSize();
    int length = params.maxLength();
    long outputs = d * (params.userEmbedding() ? 2 : 1);
    Layout layout = new Layout();
    layout.add("output.weight", new Init.Normal(0.5 / Math.sqrt(outputs)), items, outputs + 1);
    layout.add("item_embedding.weight", new Init.Normal(1 / Math.sqrt(d)), items + 1L, d);
    for (int height = 1; height <= length; height++) {
      Init start = Init.linear(height * d);
      layout.add("horizontal." + height + ".weight", start, params.horizontalFilters(), d, height);
      layout.add("horizontal." + height + ".bias", start, params.horizontalFilters());
    }
    layout.add("vertical.weight", Init.linear(length), length, params.verticalFilters());
    layout.add("dense.weight", Init.linear(features(params)), d, features(params));
    layout.add("dense.bias", Init.ZERO, d);
    if (params.userEmbedding()) {
      layout.add("user_embedding.weight", new Init.Normal(0.5 / Math.sqrt(d)), users + 1L, d);
    }
    return new CaserModel(params, users, items, layout);
  }

  /** What the filters say about one window. */
  static long features(CaserParams params) {
    return (long) params.verticalFilters() * params.embeddingSize()
        + (long) params.horizontalFilters() * params.maxLength();
  }

  @Override
  public int biases() {
    return 1;
  }

  @Override
  public EpochPlan plan(TrainingItems train, int batchSize, long seed) {
    PrefixPlan.Columns columns = new PrefixPlan.Columns(params.maxLength(), true, items);
    Set<Field> reads = EnumSet.of(Field.ITEMS, Field.USERS);
    EpochPlan plan = PrefixPlan.of(train, columns, batchSize, reads, new SplittableRandom(seed));
    return params.userEmbedding() ? new SomeStrangersPlan(plan, users, seed) : plan;
  }

  @Override
  public BatchData scoring(HistoryBlock block, int from, int to) {
    return HistoryRows.padded(block, from, to, params.maxLength(), items, users, READS);
  }

  @Override
  public SequenceNetwork network(Ops ops, Dropout dropout, PtNDManager constants) {
    return new CaserNetwork(ops, this, dropout);
  }
}
