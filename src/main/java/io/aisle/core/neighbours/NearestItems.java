package io.aisle.core.neighbours;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.metric.TopK;
import io.aisle.ml.model.ItemSpace;
import io.aisle.ml.projection.LikenessRows;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds the nearest items, of one or of all. Equals are ordered by a seeded hash. */
final class NearestItems {
  /** Numbers that a block of rows may have. */
  private static final int CELLS = 1 << 20;

  private final LikenessRows rows;
  private final TieBreak ties;

  NearestItems(LikenessRows rows, TieBreak ties) {
    this.rows = rows;
    this.ties = ties;
  }

  /** Among all items. */
  static NearestItems of(ItemSpace space, TieBreak ties) {
    boolean[] all = new boolean[space.items()];
    Arrays.fill(all, true);
    return new NearestItems(new LikenessRows(space, all), ties);
  }

  Measure measure() {
    return rows.unit() == null ? Measure.WEIGHT : Measure.COSINE;
  }

  /**
   * Some nearest items.
   *
   * @param items the nearest first
   * @param similarity of each
   */
  record Found(int[] items, float[] similarity) {}

  Found of(int item, int k) {
    float[] scores = new float[rows.items()];
    rows.fill(item, item + 1, scores);
    TopK top = top(k);
    int length = top.select(scores, 0, rows.items());
    int[] items = new int[length];
    float[] similarity = new float[length];
    for (int rank = 0; rank < length; rank++) {
      items[rank] = top.item(rank);
      similarity[rank] = top.score(rank);
    }
    return new Found(items, similarity);
  }

  /**
   * Of every item.
   *
   * @return {@code [items][up to k]} each row ascending by index; empty rows where nothing is near
   */
  int[][] all(int k, Parallel parallel, ProgressListener progress, CancelSignal cancel) {
    int items = rows.items();
    int grain = Math.clamp(CELLS / Math.max(1, items), 1, 256);
    int[][] nearest = new int[items][];
    float[][] scores = new float[parallel.threads()][];
    TopK[] top = new TopK[parallel.threads()];
    AtomicInteger done = new AtomicInteger();
    parallel.forRange(
        0,
        items,
        grain,
        (from, to, worker) -> {
          if (top[worker] == null) {
            top[worker] = top(k);
            scores[worker] = new float[grain * items];
          }
          for (int first = from; first < to; first += grain) { // one thread takes all at once
            cancel.check();
            int last = Math.min(to, first + grain);
            rows.fill(first, last, scores[worker]);
            for (int item = first; item < last; item++) {
              nearest[item] = select(top[worker], scores[worker], (item - first) * items);
            }
            progress.at(new Progress("comparing", done.addAndGet(last - first), items));
          }
        });
    return nearest;
  }

  private int[] select(TopK top, float[] scores, int from) {
    int[] nearest = new int[top.select(scores, from, rows.items())];
    for (int rank = 0; rank < nearest.length; rank++) {
      nearest[rank] = top.item(rank);
    }
    Arrays.sort(nearest);
    return nearest;
  }

  private TopK top(int k) {
    return new TopK(Math.min(k, rows.items()), ties);
  }
}
