package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.ml.model.LearningRate;

/**
 * Makes steps out of the gradients of batches: means over {@code accumulate} of them, clips, and
 * has Adam take the step at the learning rate of the moment. What it knows between two epochs is
 * the number of steps alone, which is Adam's.
 */
final class Descent {
  private final TrainingSpec training;
  private final LearningRate learningRate;
  private final GradientClip clip;
  private final PtNDManager manager;
  private Adam adam;
  private int batches;
  private int taken;
  private long total;
  private PtNDArray sum;

  /**
   * @param manager owns the sum of gradients between two batches
   */
  Descent(TrainingSpec training, Adam adam, PtNDManager manager) {
    this.training = training;
    this.learningRate = LearningRate.of(training);
    this.clip = new GradientClip(training.clipNorm());
    this.manager = manager;
    this.adam = adam;
  }

  Adam adam() {
    return adam;
  }

  void adam(Adam other) {
    adam = other;
  }

  /**
   * @param epoch number of the epoch, from 1
   * @param batches that it has; the last group of them may be smaller than {@code accumulate}
   */
  void beginEpoch(int epoch, int batches) {
    this.batches = batches;
    this.taken = 0;
    long steps = Math.ceilDiv(batches, training.accumulate());
    this.total = adam.steps() + steps * Math.max(1, training.epochs() - epoch + 1);
  }

  /**
   * Takes the gradient of the next batch's mean loss.
   *
   * @param gradient overwritten; belongs to {@code step}
   */
  void take(Ops ops, PtNDArray gradient, PtNDManager step) {
    int group = taken - taken % training.accumulate();
    int size = Math.min(training.accumulate(), batches - group);
    taken++;
    if (size <= 1) {
      update(ops, gradient, step);
      return;
    }
    if (sum == null) {
      gradient.attach(manager);
      sum = gradient;
    } else {
      ops.addTo(sum, gradient);
    }
    if (taken - group == size) {
      PtNDArray mean = sum;
      sum = null;
      mean.attach(step);
      ops.multiplyInto(mean, new Constants(step).of(1.0 / size));
      ops.count(1);
      update(ops, mean, step);
    }
  }

  private void update(Ops ops, PtNDArray gradient, PtNDManager step) {
    clip.apply(ops, step, gradient);
    adam.update(ops, gradient, learningRate.at(adam.steps() + 1, total), step);
  }
}
