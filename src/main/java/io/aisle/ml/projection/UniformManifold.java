package io.aisle.ml.projection;

import io.aisle.domain.job.CancelSignal;
import java.util.Random;
import tagbio.umap.Umap;

/**
 * UMAP (McInnes, Healy and Melville, 2018), by the Java port of Tag.bio: a plane in which near
 * vectors stay near. Distances between groups, and the axes, mean nothing. It starts from random
 * places and runs on one thread: the same seed gives the same plane.
 */
public final class UniformManifold {
  /** Fewer vectors have no neighbourhoods worth the name. */
  public static final int FEWEST = 32;

  private static final int NEIGHBOURS = 15;

  private UniformManifold() {}

  /** Seeded numbers that end the work when it is cancelled: the library asks nothing else. */
  private static final class Draws extends Random {
    private static final long serialVersionUID = 1L;
    private static final int EACH = 1 << 12;
    private final transient CancelSignal cancel;
    private int drawn;

    Draws(long seed, CancelSignal cancel) {
      super(seed);
      this.cancel = cancel;
    }

    @Override
    protected int next(int bits) {
      if (cancel != null && ++drawn % EACH == 0) {
        cancel.check();
      }
      return super.next(bits);
    }
  }

  /**
   * @param rows at least {@link #FEWEST} vectors, compared by their distance
   * @throws io.aisle.domain.job.CancelledException soon after it was cancelled
   */
  public static Plane of(Rows rows, long seed, CancelSignal cancel) {
    float[][] vectors = new float[rows.count()][rows.width()];
    for (int i = 0; i < vectors.length; i++) {
      System.arraycopy(rows.data(), i * rows.width(), vectors[i], 0, rows.width());
    }
    float[][] places =
        new Umap()
            .setNumberComponents(2)
            .setNumberNearestNeighbours(NEIGHBOURS)
            .setRandom(new Draws(seed, cancel))
            .setThreads(1)
            .fitTransform(vectors);
    double[] x = new double[places.length];
    double[] y = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      x[i] = places[i][0];
      y[i] = places[i][1];
    }
    return new Plane(x, y, Double.NaN);
  }
}
