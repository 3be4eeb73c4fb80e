package io.aisle.ml.kernel;

import io.aisle.domain.job.Parallel;
import jdk.incubator.vector.FloatVector;

/**
 * The most arithmetic that this machine does on some threads: fused multiply-adds of floats on
 * registers alone, as many of them under way as hide each other's latency.
 */
public final class PeakArithmetic {
  private static final int ROUNDS = 4_000_000;
  private static final int REGISTERS = 12;

  private PeakArithmetic() {}

  /** Floating-point operations a second; an FMA counts as two. Measured once, so warm it up. */
  public static double flops(Parallel parallel) {
    float[] sums = new float[parallel.threads()];
    long start = System.nanoTime();
    parallel.forRange(
        0,
        parallel.threads(),
        1,
        (from, to, worker) -> {
          for (int piece = from; piece < to; piece++) {
            sums[piece] = burn();
          }
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    for (float sum : sums) {
      if (Float.isNaN(sum)) {
        throw new IllegalStateException("the arithmetic went wrong");
      }
    }
    return 2.0 * ROUNDS * REGISTERS * FloatVectors.LANES * sums.length / seconds;
  }

  private static float burn() {
    FloatVector x = FloatVector.broadcast(FloatVectors.SPECIES, 0.999f);
    FloatVector y = FloatVector.broadcast(FloatVectors.SPECIES, 0.001f);
    FloatVector a = x;
    FloatVector b = x;
    FloatVector c = x;
    FloatVector d = x;
    FloatVector e = x;
    FloatVector f = x;
    FloatVector g = x;
    FloatVector h = x;
    FloatVector i = x;
    FloatVector j = x;
    FloatVector k = x;
    FloatVector l = x;
    for (int round = 0; round < ROUNDS; round++) {
      a = a.fma(x, y);
      b = b.fma(x, y);
      c = c.fma(x, y);
      d = d.fma(x, y);
      e = e.fma(x, y);
      f = f.fma(x, y);
      g = g.fma(x, y);
      h = h.fma(x, y);
      i = i.fma(x, y);
      j = j.fma(x, y);
      k = k.fma(x, y);
      l = l.fma(x, y);
    }
    FloatVector sum = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k);
    return FloatVectors.sum(sum.add(l));
  }
}
