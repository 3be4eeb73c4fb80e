package io.aisle.ml.neural;

import io.aisle.domain.model.SasRecParams.Loss;

/**
 * What a sequence model minimises.
 *
 * @param loss over the catalogue, or against sampled negatives
 * @param negatives for each target, where they are sampled
 */
record SequenceObjective(Loss loss, int negatives) {
  /** Scores that the softmax computes at a time. */
  private static final long CHUNK = 2_600_000;

  SequenceLoss make(Constants constants) {
    return switch (loss) {
      case SOFTMAX -> new SoftmaxLoss(CHUNK, constants);
      case SAMPLED -> new SampledLoss(negatives);
    };
  }
}
