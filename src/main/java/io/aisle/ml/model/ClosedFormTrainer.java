package io.aisle.ml.model;

import io.aisle.domain.job.CancelSignal;
import java.util.function.Function;
import java.util.function.Supplier;

/** The trainer of a model that is complete after one pass: its weights are computed at once. */
final class ClosedFormTrainer implements ModelTrainer {
  private final Supplier<Weights> fit;
  private final Function<Weights, Scorer> load;
  private final CancelSignal cancel;
  private Weights fitted;
  private int epoch;

  /**
   * @param fit computes the weights from the training data
   * @param load makes a scorer of them
   * @param cancel heard before the pass; a long {@code fit} hears it itself as well
   */
  ClosedFormTrainer(Supplier<Weights> fit, Function<Weights, Scorer> load, CancelSignal cancel) {
    this.fit = fit;
    this.load = load;
    this.cancel = cancel;
  }

  @Override
  public EpochReport trainEpoch() {
    cancel.check();
    if (fitted == null) {
      fitted = fit.get();
    }
    epoch++;
    return new EpochReport(epoch, Double.NaN);
  }

  @Override
  public Scorer scorer() {
    return load.apply(fitted());
  }

  @Override
  public Weights weights() {
    return fitted().copy();
  }

  @Override
  public Weights checkpoint() {
    Weights copy = weights();
    copy.notes().put("epoch", Integer.toString(epoch));
    return copy;
  }

  @Override
  public void restore(Weights checkpoint) {
    Weights copy = checkpoint.copy();
    epoch = copy.number("epoch");
    copy.notes().remove("epoch");
    load.apply(copy).close();
    fitted = copy;
  }

  private Weights fitted() {
    if (fitted == null) {
      throw new IllegalStateException("the model has not been fitted yet");
    }
    return fitted;
  }
}
