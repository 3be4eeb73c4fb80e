package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;

/** One batch: forward, backward, update. Leaves nothing behind in native memory. */
final class SequenceStep {
  private final Ops ops;
  private final Parameters parameters;
  private final SequenceNetwork network;
  private final SequenceLoss loss;

  SequenceStep(Ops ops, Parameters parameters, SequenceNetwork network, SequenceLoss loss) {
    this.ops = ops;
    this.parameters = parameters;
    this.network = network;
    this.loss = loss;
  }

  /**
   * @param step owns whatever the step makes; closed by the caller
   * @return loss summed over the targets
   */
  double run(DeviceBatches batches, int index, PtNDManager step) {
    Batch batch = batches.batch(ops, index, step);
    SequenceLoss.Targets targets = batch.targets();
    Backward result =
        parameters.step(
            ops,
            step,
            flat -> {
              SequenceNetwork.Encoded encoded = network.encode(flat, batch);
              return loss.backward(ops, encoded.vectors(), encoded.items(), targets, step);
            });
    ops.count(1);
    return result.loss().getFloat();
  }
}
