package io.aisle.ml.neural;

import java.util.SplittableRandom;

/** How the values of a tensor start. */
sealed interface Init {
  Init ZERO = new Constant(0);
  Init ONE = new Constant(1);

  /**
   * A starting value.
   *
   * @param uniform drawn from [-1, 1)
   * @param random for what needs more
   */
  double value(double uniform, SplittableRandom random);

  /** The same value everywhere. */
  record Constant(double start) implements Init {
    @Override
    public double value(double uniform, SplittableRandom random) {
      return start;
    }
  }

  /** Uniform in [-bound, bound). */
  record Uniform(double bound) implements Init {
    @Override
    public double value(double uniform, SplittableRandom random) {
      return uniform * bound;
    }
  }

  /** Normal around 0. */
  record Normal(double deviation) implements Init {
    @Override
    public double value(double uniform, SplittableRandom random) {
      return deviation * random.nextGaussian();
    }
  }

  /** Uniform within 1/sqrt(inputs), PyTorch's default of a linear layer and its bias. */
  static Init linear(long inputs) {
    return new Uniform(1 / Math.sqrt(inputs));
  }

  /** Uniform within sqrt(6 / (inputs + outputs)) (Glorot and Bengio, 2010). */
  static Init glorot(long inputs, long outputs) {
    return new Uniform(Math.sqrt(6.0 / (inputs + outputs)));
  }
}
