package io.aisle.core.slices;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where is a run weak?
 *
 * @param run the run
 * @param against a run of the same protocol; with one it is asked where the first loses most
 *     against it, or gains least
 * @param metric with a value for each user
 * @param least users of a slice at least, 2 or more, and never fewer than the least size of groups
 *     that are shown; empty: as many as suit the data
 */
public record SliceQuestion(
    RunFolder run, Optional<RunFolder> against, Metric metric, OptionalInt least) {
  private static final int USUAL = 100;
  private static final int FEWEST = 20;
  private static final double SHARE = 0.05;

  /**
   * @throws InputException when the least number of users is below 2
   */
  public SliceQuestion {
    if (least.isPresent() && least.getAsInt() < 2) {
      throw new InputException(
          "The smallest slice has %d users, but it must have at least 2"
              .formatted(least.getAsInt()));
    }
  }

  /** {@value #USUAL} users; of small data a twentieth, but not fewer than {@value #FEWEST}. */
  int least(int users) {
    return least.orElse(Math.clamp(Math.round(SHARE * users), FEWEST, USUAL));
  }
}
