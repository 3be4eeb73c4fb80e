package io.aisle.ml.model;

/**
 * Fits one model. The caller owns the loop, so progress, early stopping, pause and cancel need no
 * support here. Confined to one thread; owns native memory where the model is neural: close it.
 */
public interface ModelTrainer extends AutoCloseable {
  /**
   * One pass over the training data; closed-form models are complete after their first.
   *
   * @throws io.aisle.domain.job.CancelledException within one batch after the signal was raised;
   *     the parameters are then between two states and only {@link #close} may follow
   */
  EpochReport trainEpoch();

  /**
   * Scores with the parameters of now; valid until the next {@link #trainEpoch} or {@link #close}.
   */
  Scorer scorer();

  /** A deep copy of the parameters of now, enough for {@link ModelFamily#load}. */
  Weights weights();

  /**
   * A deep copy of all that the next epoch depends on: parameters, optimiser state, epoch. Random
   * numbers of an epoch derive from the seed and the number of the epoch alone, so that a resumed
   * run continues exactly as if it had never stopped.
   */
  Weights checkpoint();

  /** Continues from a checkpoint that a trainer of the same parameters and data made. */
  void restore(Weights checkpoint);

  @Override
  default void close() {}
}
