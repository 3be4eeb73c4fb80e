package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/** One update from one batch: forward, backward, Adam. Leaves nothing behind in native memory. */
final class TrainingStep {
  private final Ops ops;
  private final SasRecLayout layout;
  private final SasRecNetwork network;
  private final SequenceLoss loss;
  private final Adam adam;
  private final PtNDArray matrix;
  private final boolean newestOnly;

  /**
   * @param matrix all parameters, which {@code adam} updates
   * @param newestOnly whether only the last column of each row is a target
   */
  TrainingStep(
      Ops ops,
      SasRecLayout layout,
      SasRecNetwork network,
      SequenceLoss loss,
      Adam adam,
      PtNDArray matrix,
      boolean newestOnly) {
    this.ops = ops;
    this.layout = layout;
    this.network = network;
    this.loss = loss;
    this.adam = adam;
    this.matrix = matrix;
    this.newestOnly = newestOnly;
  }

  /**
   * @param step owns whatever the step makes; closed by the caller
   * @return summed loss and number of targets
   */
  Outcome run(DeviceRows rows, int from, int to, PtNDManager step) {
    Batch batch = rows.batch(ops, from, to, newestOnly, step);
    SequenceLoss.Targets targets = rows.targets(ops, from, to, newestOnly, step);
    JniUtils.setGradMode(true);
    PtNDArray leaf = JniUtils.detachGradient(matrix);
    leaf.attach(step);
    JniUtils.attachGradient(leaf, true);
    SasRecParts parts = layout.parts(ops, leaf, newestOnly);
    PtNDArray encoded = network.encode(parts, batch, null);
    SequenceLoss.Result result = loss.backward(ops, encoded, parts.items(), targets, step);
    JniUtils.setGradMode(false);
    PtNDArray gradient = JniUtils.getGradient(leaf);
    gradient.attach(step);
    ops.count(7);
    if (result.itemGradient() != null) {
      ops.addTo(ops.slice(gradient, 0, 0, layout.items()), result.itemGradient());
    }
    adam.update(ops, gradient, step);
    ops.count(1);
    return new Outcome(result.loss().getFloat(), targets.count());
  }

  /**
   * What a step did.
   *
   * @param loss sum over the targets
   */
  record Outcome(double loss, int targets) {}
}
