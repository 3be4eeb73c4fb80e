package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019) over one
 * array of parameters. Bias correction goes into the step size and epsilon, so that an update is
 * ten passes in place.
 */
final class Adam {
  static final double BETA_1 = 0.9;
  static final double BETA_2 = 0.999;
  static final double EPSILON = 1e-8;

  private final PtNDArray parameters;
  private final PtNDArray first;
  private final PtNDArray second;
  private final PtNDArray beta1;
  private final PtNDArray beta2;
  private final PtNDArray rest1;
  private final PtNDArray rest2;
  private final double weightDecay;
  private long steps;

  /**
   * @param parameters updated in place
   * @param first mean of gradients, of the same shape, updated in place
   * @param second mean of squared gradients, likewise
   * @param steps taken before
   */
  Adam(
      PtNDArray parameters,
      PtNDArray first,
      PtNDArray second,
      long steps,
      double weightDecay,
      Constants constants) {
    this.parameters = parameters;
    this.first = first;
    this.second = second;
    this.steps = steps;
    this.weightDecay = weightDecay;
    this.beta1 = constants.of(BETA_1);
    this.beta2 = constants.of(BETA_2);
    this.rest1 = constants.of(1 - BETA_1);
    this.rest2 = constants.of(1 - BETA_2);
  }

  /**
   * One step.
   *
   * @param gradient of the parameters' shape; overwritten
   * @param learningRate of this step
   * @param step manager of this step's scratch arrays, which owns the gradient
   */
  void update(Ops ops, PtNDArray gradient, double learningRate, PtNDManager step) {
    steps++;
    double correction1 = 1 - Math.pow(BETA_1, steps);
    double correction2 = Math.sqrt(1 - Math.pow(BETA_2, steps));
    Constants constants = new Constants(step);
    ops.multiplyInto(first, beta1);
    ops.addTo(first, ops.mul(gradient, rest1));
    ops.multiplyInto(gradient, gradient);
    ops.multiplyInto(gradient, rest2);
    ops.multiplyInto(second, beta2);
    ops.addTo(second, gradient);
    PtNDArray divisor = ops.sqrt(second);
    divisor.attach(step);
    ops.addTo(divisor, constants.of(EPSILON * correction2));
    PtNDArray change = ops.mul(first, constants.of(learningRate * correction2 / correction1));
    change.attach(step);
    ops.divideInto(change, divisor);
    if (weightDecay > 0) {
      ops.multiplyInto(parameters, constants.of(1 - learningRate * weightDecay));
    }
    ops.subtractFrom(parameters, change);
    ops.count(6);
  }

  PtNDArray first() {
    return first;
  }

  PtNDArray second() {
    return second;
  }

  long steps() {
    return steps;
  }
}
