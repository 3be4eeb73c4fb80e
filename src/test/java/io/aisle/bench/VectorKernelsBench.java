package io.aisle.bench;

import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.PairwiseStep;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Work on single rows of width 64, on one thread; a row in each call, of 1,000 random ones. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VectorKernelsBench {
  private static final int ROWS = 1000;
  private static final int USERS = 100_000;
  private static final int ITEMS = 50_000;

  private final int side = FloatVectors.padded(64);
  private final float[] users = Inputs.floats(USERS * side, 1);
  private final float[] items = Inputs.floats(ITEMS * side, 2);
  private final SplittableRandom random = new SplittableRandom(3);
  private final int[] user = random.ints(ROWS, 0, USERS).map(u -> u * side).toArray();
  private final int[] wanted = random.ints(ROWS, 0, ITEMS).map(i -> i * side).toArray();
  private final int[] other = random.ints(ROWS, 0, ITEMS).map(i -> i * side).toArray();

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float dot() {
    float sum = 0;
    for (int at = 0; at < ROWS; at++) {
      sum += FloatVectors.dot(users, user[at], items, wanted[at], side);
    }
    return sum;
  }

  /** Half of the values are taken off again, so that they stay small. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float[] addScaled() {
    for (int at = 0; at < ROWS; at++) {
      float sign = at % 2 == 0 ? 0.01f : -0.01f;
      FloatVectors.addScaled(sign, items, wanted[at], users, user[at], side);
    }
    return users;
  }

  /** Margin and move of three rows: a sample of BPR without its drawing. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float pairwiseStep() {
    float sum = 0;
    for (int at = 0; at < ROWS; at++) {
      float margin = PairwiseStep.margin(users, user[at], items, wanted[at], other[at], side);
      PairwiseStep.move(
          users, user[at], items, wanted[at], other[at], side, margin > 0 ? 1e-4f : 1e-3f, 0.999f);
      sum += margin;
    }
    return sum;
  }
}
