package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.domain.experiment.FieldName;
import io.aisle.domain.job.Parallel;
import io.aisle.ml.data.FitData;
import io.aisle.ml.embedding.Bags;
import io.aisle.ml.embedding.RowTable;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.AttentionFlow;
import io.aisle.ml.model.FieldReader;
import io.aisle.ml.model.FieldScorer;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.ItemSpace;
import io.aisle.ml.model.MixedCells;
import io.aisle.ml.model.PairState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Scores with a {@link PairModel}: all items are described once, then joined with a few users at a
 * time. A ranking is made at the moment of the history's newest item. One thread at a time:
 * libtorch has its own.
 */
class PairScorer implements FieldScorer {
  /** Numbers that one array of a block may have, so that it stays in the cache. */
  private static final long CELLS = 1 << 21;

  private static final int ROWS = 1024;

  private final PairModel model;
  private final PairShape shape;
  private final FieldReader reader;
  private final RowTable table;
  private final PtNDManager manager;
  private final PtNDArray[] weights;
  private final int block;
  private final Ops ops = new Ops();
  private PtNDArray[] catalogue;

  /**
   * @param pairCells numbers that the model computes for a user and an item at a time
   * @param manager closed with this scorer
   */
  PairScorer(
      PairModel model,
      PairShape shape,
      FieldReader reader,
      PairState state,
      int pairCells,
      PtNDManager manager) {
    this.model = model;
    this.shape = shape;
    this.reader = reader;
    this.table = state.table();
    this.manager = manager;
    this.weights =
        model.layout().cut(ops, Parameters.values(model.layout(), state.dense(), manager));
    this.block = Math.clamp(CELLS / ((long) reader.fields().items() * pairCells), 1, ROWS);
  }

  @Override
  public int items() {
    return reader.fields().items();
  }

  @Override
  public boolean concurrent() {
    return false;
  }

  @Override
  public void scoreAll(HistoryBlock histories, float[] out) {
    quietly(
        () -> {
          for (int from = 0; from < histories.size(); from += block) {
            rank(histories, from, Math.min(histories.size(), from + block), out);
          }
        });
  }

  private void rank(HistoryBlock histories, int from, int to, float[] out) {
    long[] times = new long[to - from];
    for (int r = from; r < to; r++) {
      times[r - from] = histories.newest(r);
    }
    try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
      PtNDArray[] users = users(histories, from, to, times, step);
      PtNDArray scores =
          model.scores(ops, weights, users, catalogue(step), to - from, items(), Dropout.NONE);
      System.arraycopy(scores.toFloatArray(), 0, out, from * items(), (to - from) * items());
    }
  }

  /**
   * Scores one item for each row of a block.
   *
   * @param out {@code [histories.size()]} overwritten with log-odds
   */
  final void score(HistoryBlock histories, int[] item, long[] time, float[] out) {
    quietly(
        () -> {
          for (int from = 0; from < histories.size(); from += ROWS) {
            score(histories, item, time, from, Math.min(histories.size(), from + ROWS), out);
          }
        });
  }

  private void score(
      HistoryBlock histories, int[] item, long[] time, int from, int to, float[] out) {
    try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
      PtNDArray[] users = users(histories, from, to, Arrays.copyOfRange(time, from, to), step);
      PtNDArray[] items = items(Arrays.copyOfRange(item, from, to), to - from, step);
      PtNDArray scores = model.scores(ops, weights, users, items, to - from, 1, Dropout.NONE);
      System.arraycopy(scores.toFloatArray(), 0, out, from, to - from);
    }
  }

  @Override
  public List<FieldName> fields() {
    return MixedCells.names(reader.fields());
  }

  @Override
  public Mixtures mixtures(HistoryBlock histories, int[] item, long[] time) {
    MixedCells cells = new MixedCells(reader, table, histories, item, time);
    return (source, out) ->
        quietly(
            () -> {
              for (int from = 0; from < out.length; from += ROWS) {
                mix(cells, source, from, Math.min(out.length, from + ROWS), out);
              }
            });
  }

  private void mix(MixedCells cells, int[] source, int from, int to, float[] out) {
    MixedCells.Rows rows = cells.rows(source, from, to);
    try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
      PtNDArray users = PairStep.write(rows.users(), shape.users(to - from), step);
      PtNDArray items = PairStep.write(rows.items(), shape.items(to - from, 1), step);
      PtNDArray[] user = model.user(ops, weights, users, shape.past(rows.past(), step));
      PtNDArray[] item = model.item(ops, weights, items);
      PtNDArray scores = model.scores(ops, weights, user, item, to - from, 1, Dropout.NONE);
      System.arraycopy(scores.toFloatArray(), 0, out, from, to - from);
    }
  }

  /**
   * Each item of the history as a candidate, over the history; the weights of a row sum to 1. What
   * the score is read from is the item itself as the candidate.
   */
  @Override
  public Optional<Attention> attention(int[] history, int item) {
    if (!(model instanceof DinModel din) || history.length == 0) {
      return Optional.empty();
    }
    float[] values = new float[history.length];
    Arrays.fill(values, Float.POSITIVE_INFINITY);
    int[] offsets = {0, history.length};
    HistoryBlock alone = new HistoryBlock(new int[] {-1}, offsets, history, values);
    int count = Math.min(history.length, reader.fields().maxLength());
    int first = history.length - count;
    int[] candidates = Arrays.copyOfRange(history, first, history.length + 1);
    candidates[count] = item;
    float[][] rows = new float[count + 1][count];
    quietly(
        () -> {
          try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
            PtNDArray[] users = users(alone, 0, 1, new long[] {FitData.NO_TIME}, step);
            PtNDArray[] items = items(candidates, 1, step);
            PtNDArray seen = din.attention(ops, weights, users, items, 1, candidates.length);
            normalise(seen.toFloatArray(), rows);
          }
        });
    double[] own = AttentionFlow.mean(new float[][][][] {{{rows[count]}}});
    float[][][][] among = {{Arrays.copyOf(rows, count)}};
    return Optional.of(new Attention(first, among, own, own));
  }

  /**
   * @param seen {@code [length, candidates]}
   */
  private static void normalise(float[] seen, float[][] rows) {
    for (int query = 0; query < rows.length; query++) {
      float[] row = rows[query];
      float sum = 0;
      for (int key = 0; key < row.length; key++) {
        row[key] = seen[key * rows.length + query];
        sum += row[key];
      }
      for (int key = 0; key < row.length; key++) {
        row[key] = sum > 0 ? row[key] / sum : 1f / row.length;
      }
    }
  }

  @Override
  public Optional<ItemSpace> itemSpace() {
    float[][] found = new float[1][];
    quietly(
        () -> {
          try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
            found[0] =
                model.vectors(catalogue(step)).map(PtNDArray::toFloatArray).orElseGet(this::read);
          }
        });
    return Optional.of(new ItemSpace.Vectors(items(), found[0].length / items(), found[0]));
  }

  /** The embeddings of all fields of each item, side by side. */
  private float[] read() {
    return pool(described(all()));
  }

  private PtNDArray[] users(
      HistoryBlock histories, int from, int to, long[] times, PtNDManager step) {
    Bags bags = new Bags();
    int[] past = new int[to - from];
    for (int r = from; r < to; r++) {
      reader.user(histories, r, times[r - from], bags);
      past[r - from] = reader.history(histories, r).length(reader.fields().maxLength());
    }
    PtNDArray cells = PairStep.write(pool(bags), shape.users(to - from), step);
    return model.user(ops, weights, cells, shape.past(past, step));
  }

  private PtNDArray[] items(int[] item, int groups, PtNDManager step) {
    float[] pooled = pool(described(item));
    PtNDArray cells = PairStep.write(pooled, shape.items(groups, item.length / groups), step);
    return model.item(ops, weights, cells);
  }

  private Bags described(int[] item) {
    Bags bags = new Bags();
    for (int i : item) {
      reader.fields().addItem(bags, i);
    }
    return bags;
  }

  private int[] all() {
    int[] all = new int[items()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private float[] pool(Bags bags) {
    float[] cells = new float[bags.cells() * table.width()];
    table.pool(bags, Parallel.SEQUENTIAL, cells);
    return cells;
  }

  /** All items, described once; views that end with the step. */
  private PtNDArray[] catalogue(PtNDManager step) {
    if (catalogue == null) {
      catalogue = items(all(), 1, manager);
    }
    PtNDArray[] views = new PtNDArray[catalogue.length];
    for (int k = 0; k < views.length; k++) {
      views[k] = JniUtils.reshape(catalogue[k], catalogue[k].getShape().getShape());
      views[k].attach(step);
    }
    return views;
  }

  /** Without recording what would be needed for gradients. */
  private static void quietly(Runnable body) {
    boolean gradient = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try {
      body.run();
    } finally {
      JniUtils.setGradMode(gradient);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
