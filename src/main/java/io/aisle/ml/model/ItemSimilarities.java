package io.aisle.ml.model;

import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ItemKnnParams.Prune;
import io.aisle.domain.model.ItemKnnParams.Similarity;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.TopNeighbours;

/**
 * Finds the nearest neighbours of every item: for each item its users, and for each of those their
 * items. Items are independent, so the number of threads changes nothing.
 */
final class ItemSimilarities {
  /** Items between two looks at the cancel signal. */
  private static final int GRAIN = 16;

  private final ItemKnnParams params;
  private final SparseRows byUser;
  private final SparseRows byItem;
  private final boolean weighted;
  private final Compute compute;

  /** The norm of an item's column for cosine; its square, the number of users, for Jaccard. */
  private final double[] size;

  /** What one thread counts in. */
  private static final class Scratch {
    private final double[] overlap;
    private final boolean[] seen;
    private final int[] touched;
    private final TopNeighbours nearest;
    private int count;

    Scratch(int items, int neighbours) {
      overlap = new double[items];
      seen = new boolean[items];
      touched = new int[items];
      nearest = new TopNeighbours(Math.min(neighbours, items));
    }
  }

  /**
   * @param weighted whether values are weights that Jaccard counts, too
   */
  ItemSimilarities(ItemKnnParams params, SparseRows byUser, boolean weighted, Compute compute) {
    this.params = params;
    this.weighted = weighted;
    this.byUser = byUser;
    this.byItem = byUser.transposed();
    this.compute = compute;
    this.size = new double[byItem.rows()];
    for (int i = 0; i < size.length; i++) {
      double squares = 0;
      for (int k = byItem.offsets()[i]; k < byItem.offsets()[i + 1]; k++) {
        squares += weight(byItem.value()[k]) * weight(byItem.value()[k]);
      }
      size[i] = params.similarity() == Similarity.COSINE ? Math.sqrt(squares) : squares;
    }
  }

  /** What is kept, {@code [items, items]}: the row of an item are the items that it votes for. */
  SparseRows nearest() {
    int items = byItem.rows();
    int[][] neighbours = new int[items][];
    float[][] similarities = new float[items][];
    Scratch[] scratch = new Scratch[compute.parallel().threads()];
    compute
        .parallel()
        .forRange(
            0,
            items,
            GRAIN,
            (from, to, worker) -> {
              compute.cancel().check();
              if (scratch[worker] == null) {
                scratch[worker] = new Scratch(items, params.neighbours());
              }
              for (int i = from; i < to; i++) {
                neighbours[i] = nearest(i, scratch[worker]);
                similarities[i] = similarities(i, neighbours[i], scratch[worker]);
              }
            });
    SparseRows kept = SparseRows.joined(items, neighbours, similarities);
    return params.prune() == Prune.HISTORY ? kept : kept.transposed();
  }

  /** The nearest items of one, ascending; leaves the overlaps in the scratch. */
  private int[] nearest(int i, Scratch scratch) {
    for (int t = 0; t < scratch.count; t++) {
      scratch.overlap[scratch.touched[t]] = 0;
    }
    int touched = 0;
    for (int a = byItem.offsets()[i]; a < byItem.offsets()[i + 1]; a++) {
      int user = byItem.column()[a];
      double weight = weight(byItem.value()[a]);
      for (int b = byUser.offsets()[user]; b < byUser.offsets()[user + 1]; b++) {
        int j = byUser.column()[b];
        if (!scratch.seen[j]) {
          scratch.seen[j] = true;
          scratch.touched[touched++] = j;
        }
        scratch.overlap[j] += weight * weight(byUser.value()[b]);
      }
    }
    scratch.count = touched;
    scratch.nearest.clear();
    for (int t = 0; t < touched; t++) {
      int j = scratch.touched[t];
      scratch.seen[j] = false;
      double similarity = similarity(i, j, scratch.overlap[j]);
      if (similarity != 0 && (j != i || params.prune() == Prune.HISTORY)) {
        scratch.nearest.offer(j, similarity);
      }
    }
    return scratch.nearest.indices();
  }

  private float[] similarities(int i, int[] neighbours, Scratch scratch) {
    float[] similarities = new float[neighbours.length];
    for (int n = 0; n < neighbours.length; n++) {
      int j = neighbours[n];
      similarities[n] = (float) similarity(i, j, scratch.overlap[j]);
    }
    return similarities;
  }

  private double similarity(int i, int j, double overlap) {
    double base =
        params.similarity() == Similarity.COSINE ? size[i] * size[j] : size[i] + size[j] - overlap;
    return base > 0 ? overlap / (base + params.shrinkage()) : 0;
  }

  private double weight(float value) {
    return weighted || params.similarity() == Similarity.COSINE ? value : 1;
  }
}
