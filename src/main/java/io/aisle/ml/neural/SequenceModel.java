package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.model.SequenceParams;
import io.aisle.ml.model.HistoryBlock;

/** What sets one sequence model apart from the others; immutable. */
interface SequenceModel {
  /** Its parameters; the first tensor is the table that scores items. */
  Layout layout();

  /** Size of the catalogue. */
  int items();

  /** As the analyst chose them. */
  SequenceParams params();

  /** Longest history that is read. */
  default int maxLength() {
    return params().maxLength();
  }

  /** Share of activations dropped in training. */
  default double dropout() {
    return params().dropout();
  }

  /** Columns of the table that scores items, at its end, that are no part of their vectors. */
  default int biases() {
    return 0;
  }

  /** What is minimised. */
  default SequenceObjective objective() {
    return new SequenceObjective(params().loss(), params().negatives());
  }

  /**
   * The batches of one epoch.
   *
   * @param batchSize rows of {@code maxLength} positions, or as many targets as those have
   * @param seed fixes windows and order
   */
  EpochPlan plan(TrainingItems train, int batchSize, long seed);

  /** Rows {@code from} to {@code to - 1} of a block, to be scored. */
  BatchData scoring(HistoryBlock block, int from, int to);

  /**
   * @param constants owns what the network keeps between batches
   */
  SequenceNetwork network(Ops ops, Dropout dropout, PtNDManager constants);
}
