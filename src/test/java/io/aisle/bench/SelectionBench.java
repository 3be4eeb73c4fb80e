package io.aisle.bench;

import io.aisle.ml.kernel.TopNeighbours;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.metric.TopK;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The best of 50,000 random scores, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SelectionBench {
  private static final int ITEMS = 50_000;

  private final float[] scores = Inputs.floats(ITEMS, 1);
  private final TopK top = new TopK(20, new TieBreak(1));
  private final TopNeighbours neighbours = new TopNeighbours(100);

  /** A user's list of 20. */
  @Benchmark
  public int topK() {
    return top.select(scores, 0, ITEMS);
  }

  /** An item's 100 neighbours, offered one by one. */
  @Benchmark
  public int[] topNeighbours() {
    neighbours.clear();
    for (int item = 0; item < ITEMS; item++) {
      neighbours.offer(item, scores[item]);
    }
    return neighbours.indices();
  }
}
