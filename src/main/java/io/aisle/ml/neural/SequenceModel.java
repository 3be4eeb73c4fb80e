package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.ml.model.HistoryBlock;

/** What sets one sequence model apart from the others; immutable. */
interface SequenceModel {
  /** Its parameters; the first tensor is the table that scores items. */
  Layout layout();

  /** Size of the catalogue. */
  int items();

  /** Longest history that is read. */
  int maxLength();

  /** Share of activations dropped in training. */
  double dropout();

  /** What is minimised. */
  SequenceObjective objective();

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
