package io.aisle.ml.model;

import java.math.BigDecimal;

/**
 * A training has lost its way: its loss is infinite or no number, and no later step can mend that.
 * A trainer calls {@link #check} wherever it knows its loss, at least once an epoch. The message is
 * one sentence for the user that offers half the learning rate.
 */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final double learningRate;

  /**
   * @param epoch in which it was noticed, from 1
   * @param step of that epoch, from 1, in whatever the trainer counts as steps; 0 when only the
   *     epoch is known
   * @param learningRate as the experiment says it, before any schedule
   */
  public DivergedException(int epoch, long step, double learningRate) {
    super(sentence(epoch, step, learningRate));
    this.learningRate = learningRate;
  }

  /** Throws when a loss is infinite or no number. Parameters as of the constructor. */
  public static void check(double loss, int epoch, long step, double learningRate) {
    if (!Double.isFinite(loss)) {
      throw new DivergedException(epoch, step, learningRate);
    }
  }

  private static String sentence(int epoch, long step, double rate) {
    return step > 0
        ? "the loss is no finite number any more at epoch %d, step %d, with learningRate %s; train again with learningRate %s"
            .formatted(epoch, step, plain(rate), plain(rate / 2))
        : "the loss is no finite number any more after epoch %d with learningRate %s; train again with learningRate %s"
            .formatted(epoch, plain(rate), plain(rate / 2));
  }

  private static String plain(double rate) {
    return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
  }

  /** Half of the learning rate that was too high. */
  public double offer() {
    return learningRate / 2;
  }
}
