package io.aisle.ml.kernel;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import java.util.Arrays;

/**
 * Inverts a symmetric positive definite matrix in place by the sweep operator (Goodnight, A
 * tutorial on the SWEEP operator, 1979) on blocks: after block k is swept, its pivot P becomes
 * {@code -P^-1}, its column V becomes {@code W = V P^-1}, and every other tile loses {@code W V^T};
 * when all are swept, the matrix is minus its inverse. As cheap as Cholesky with both triangular
 * inversions (n^3 operations), stable for the same reason (every pivot is a Schur complement, hence
 * positive definite), and nearly all of it is one kind of tile product that threads share evenly.
 * Tiles are independent within a sweep: the number of threads changes nothing.
 */
public final class SpdInverse {
  private static final int SIDE = SymmetricTiles.SIDE;
  private static final int CELLS = SIDE * SIDE;

  private final SymmetricTiles matrix;
  private final Parallel parallel;

  /** The column of tiles being swept, transposed: {@code V_i^T} for each row of tiles. */
  private final double[][] column;

  /** {@code (V_i P^-1)^T} for each row of tiles. */
  private final double[][] scaled;

  private SpdInverse(SymmetricTiles matrix, Parallel parallel) {
    this.matrix = matrix;
    this.parallel = parallel;
    this.column = new double[matrix.tiles()][CELLS];
    this.scaled = new double[matrix.tiles()][CELLS];
  }

  /**
   * Inverts.
   *
   * @return whether the matrix was positive definite but for rounding; if not, it is spoilt
   */
  public static boolean invert(SymmetricTiles matrix, Parallel parallel, CancelSignal cancel) {
    SpdInverse inverse = new SpdInverse(matrix, parallel);
    for (int k = 0; k < matrix.tiles(); k++) {
      cancel.check();
      if (!inverse.sweep(k)) {
        return false;
      }
    }
    inverse.negate();
    return true;
  }

  private boolean sweep(int k) {
    double[] pivot = matrix.tile(k, k);
    if (!SmallInverse.invert(pivot)) {
      return false;
    }
    parallel.forRange(0, matrix.tiles(), 1, (from, to, worker) -> takeColumn(k, from, to, pivot));
    int cells = matrix.tiles() * (matrix.tiles() + 1) / 2;
    parallel.forRange(0, cells, 8, (from, to, worker) -> update(k, from, to));
    for (int cell = 0; cell < CELLS; cell++) {
      pivot[cell] = -pivot[cell];
    }
    return true;
  }

  /** Reads the column's tiles, multiplies them by the pivot's inverse and writes them back. */
  private void takeColumn(int k, int from, int to, double[] inverse) {
    for (int i = from; i < to; i++) {
      if (i < k) {
        System.arraycopy(matrix.tile(k, i), 0, column[i], 0, CELLS);
      } else if (i > k) {
        transpose(matrix.tile(i, k), column[i]);
      }
      if (i != k) {
        // W^T = P^-1 V^T: the inverse is symmetric, so it is its own transpose
        Arrays.fill(scaled[i], 0);
        TileProduct.subtract(inverse, 0, column[i], 0, scaled[i]);
        for (int cell = 0; cell < CELLS; cell++) {
          scaled[i][cell] = -scaled[i][cell];
        }
        if (i < k) {
          System.arraycopy(scaled[i], 0, matrix.tile(k, i), 0, CELLS);
        } else {
          transpose(scaled[i], matrix.tile(i, k));
        }
      }
    }
  }

  /** Updates the tiles with the given numbers, counted along the rows of the lower triangle. */
  private void update(int k, int from, int to) {
    int i = (int) ((Math.sqrt(8.0 * from + 1) - 1) / 2);
    int j = from - i * (i + 1) / 2;
    for (int n = from; n < to; n++) {
      if (i != k && j != k) {
        TileProduct.subtract(scaled[i], 0, column[j], 0, matrix.tile(i, j));
      }
      j++;
      if (j > i) {
        i++;
        j = 0;
      }
    }
  }

  private void negate() {
    parallel.forRange(
        0,
        matrix.tiles(),
        1,
        (from, to, worker) -> {
          for (int i = from; i < to; i++) {
            for (int j = 0; j <= i; j++) {
              double[] tile = matrix.tile(i, j);
              for (int cell = 0; cell < CELLS; cell++) {
                tile[cell] = -tile[cell];
              }
            }
          }
        });
  }

  private static void transpose(double[] from, double[] to) {
    for (int row = 0; row < SIDE; row++) {
      for (int cell = 0; cell < SIDE; cell++) {
        to[cell * SIDE + row] = from[row * SIDE + cell];
      }
    }
  }
}
