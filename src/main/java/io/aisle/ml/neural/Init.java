package io.aisle.ml.neural;

import java.util.SplittableRandom;

/** How the values of a tensor start. */
sealed interface Init {
  Init ZERO = new Constant(0);
  Init ONE = new Constant(1);

  /**
   * A starting value.
   *
   * @param index of the value in its tensor
   * @param uniform drawn from [-1, 1)
   * @param random for what needs more
   */
  double value(int index, double uniform, SplittableRandom random);

  /** The same value everywhere. */
  record Constant(double start) implements Init {
    @Override
    public double value(int index, double uniform, SplittableRandom random) {
      return start;
    }
  }

  /** Uniform in [-bound, bound). */
  record Uniform(double bound) implements Init {
    @Override
    public double value(int index, double uniform, SplittableRandom random) {
      return uniform * bound;
    }
  }

  /** Normal around 0. */
  record Normal(double deviation) implements Init {
    @Override
    public double value(int index, double uniform, SplittableRandom random) {
      return deviation * random.nextGaussian();
    }
  }

  /** A square matrix that lets its input through, on top of what else it starts with. */
  record Through(int width, Init rest) implements Init {
    @Override
    public double value(int index, double uniform, SplittableRandom random) {
      double diagonal = index / width == index % width ? 1 : 0;
      return diagonal + rest.value(index, uniform, random);
    }
  }

  /**
   * A table whose rows are distances and whose columns are heads, layer by layer: at a layer's
   * first head the value falls by 1 with each step away from the middle row, at the others by less,
   * but always by more than a sixteenth.
   *
   * @param middle row of the distance 0
   * @param scale by which the table is multiplied later
   */
  record Slopes(int columns, int heads, int middle, double scale) implements Init {
    private static final double FLATTEST = 16;

    @Override
    public double value(int index, double uniform, SplittableRandom random) {
      int head = index % columns % heads;
      return -Math.abs(index / columns - middle)
          * Math.pow(FLATTEST, -head / (double) heads)
          / scale;
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
