package io.aisle.bench;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.ml.kernel.CholeskySolver;
import io.aisle.ml.kernel.PackedMatrix;
import io.aisle.ml.kernel.RankUpdate;
import io.aisle.ml.kernel.SpdInverse;
import io.aisle.ml.kernel.SymmetricTiles;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Products, factors and inverses of matrices, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MatrixKernelsBench {
  private static final int WIDTH = 64;
  private static final int VECTORS = 64;
  private static final int USERS = 64;
  private static final int ITEMS = 50_000;
  private static final int SIZE = 512;

  private final int side = RankUpdate.padded(WIDTH);
  private final float[] vectors = Inputs.floats(VECTORS * side, 1);
  private final float[] matrix = new float[side * side];
  private final float[] factor = new float[side * side];
  private final float[] inverseDiagonal = new float[side];
  private final float[] right = Inputs.floats(side, 2);
  private final float[] solution = new float[side];
  private final float[] users = Inputs.floats(USERS * WIDTH, 3);
  private final float[] scores = new float[USERS * ITEMS];
  private final PackedMatrix items =
      new PackedMatrix(Inputs.floats(ITEMS * WIDTH, 4), ITEMS, WIDTH, null);
  private final float[] row = Inputs.floats(SIZE, 5);

  /** A matrix that is safely positive definite: the sum of outer products and the identity. */
  @Setup
  public void fill() {
    for (int k = 0; k < WIDTH; k++) {
      matrix[k * side + k] = 1;
    }
    RankUpdate.upper(matrix, side, 0, WIDTH, vectors, 0, VECTORS, 1);
  }

  /** 64 outer products of width 64 onto a matrix of 64 x 64: an item's part in an ALS row. */
  @Benchmark
  public float[] rankUpdate() {
    System.arraycopy(matrix, 0, factor, 0, factor.length);
    RankUpdate.upper(factor, side, 0, WIDTH, vectors, 0, VECTORS, 1);
    return factor;
  }

  /** Factor and solution of 64 equations: the end of an ALS row. */
  @Benchmark
  public float[] choleskySolve() {
    System.arraycopy(matrix, 0, factor, 0, factor.length);
    System.arraycopy(right, 0, solution, 0, side);
    CholeskySolver.factor(factor, WIDTH, side, inverseDiagonal);
    CholeskySolver.solve(factor, WIDTH, side, inverseDiagonal, solution);
    return solution;
  }

  /** The inverse of 512 x 512 in 64 bits, EASE's; tile products are nearly all of its time. */
  @Benchmark
  public boolean spdInverse() {
    SymmetricTiles tiles = new SymmetricTiles(SIZE);
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < i; j++) {
        tiles.set(i, j, (double) row[i] * row[j]);
      }
      tiles.set(i, i, SIZE);
    }
    return SpdInverse.invert(tiles, Parallel.SEQUENTIAL, CancelSignal.NEVER);
  }

  /** Scores of 64 users over 50,000 items at width 64. */
  @Benchmark
  public float[] packedMatrix() {
    items.multiply(users, USERS, scores);
    return scores;
  }
}
