package io.aisle.ml.kernel;

/**
 * The lower triangle of a symmetric matrix of doubles, cut into square tiles: half the memory, no
 * limit at 2^31 cells, and each tile fits the first- or second-level cache.
 */
public final class SymmetricTiles {
  /** Rows and columns of a tile. */
  public static final int SIDE = 64;

  private final int size;
  private final int tiles;
  private final double[][] tile;

  /** A matrix of zeros; what pads the last tiles is the identity. */
  public SymmetricTiles(int size) {
    this.size = size;
    this.tiles = Math.ceilDiv(size, SIDE);
    this.tile = new double[Math.toIntExact((long) tiles * (tiles + 1) / 2)][SIDE * SIDE];
    for (int k = size; k < tiles * SIDE; k++) {
      set(k, k, 1);
    }
  }

  /** Rows and columns of the matrix. */
  public int size() {
    return size;
  }

  /** Rows of tiles. */
  int tiles() {
    return tiles;
  }

  /**
   * A tile, row-major; shared.
   *
   * @param row at least {@code column}
   */
  double[] tile(int row, int column) {
    return tile[row * (row + 1) / 2 + column];
  }

  public double get(int row, int column) {
    int high = Math.max(row, column);
    int low = Math.min(row, column);
    return tile(high / SIDE, low / SIDE)[high % SIDE * SIDE + low % SIDE];
  }

  /** Sets a cell and its mirror image. Tiles on the diagonal hold both. */
  public void set(int row, int column, double value) {
    int high = Math.max(row, column);
    int low = Math.min(row, column);
    double[] cells = tile(high / SIDE, low / SIDE);
    cells[high % SIDE * SIDE + low % SIDE] = value;
    if (high / SIDE == low / SIDE) {
      cells[low % SIDE * SIDE + high % SIDE] = value;
    }
  }
}
