package io.aisle.core.explanation;

import io.aisle.core.training.OpenRun;
import io.aisle.domain.job.CancelSignal;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each history item adds to the score of an item.
 *
 * @param amounts {@code [places]}
 * @param drops what they were read off; null where they are parts of the score in closed form
 */
record Parts(double[] amounts, Drops drops) {
  /** In closed form where the model has one, else by taking away one place at a time. */
  static Parts of(OpenRun run, int user, int item, CancelSignal cancel) {
    Past past = Past.of(run.history(), user);
    Optional<double[]> closed = run.scorer().contributions(past.block(), item);
    if (closed.isPresent()) {
      return new Parts(closed.get(), null);
    }
    Drops drops =
        Drops.of(
            new Rescorer(run.scorer(), cancel),
            past,
            item,
            Candidates.of(run, user),
            IntStream.range(0, past.size()).toArray());
    return new Parts(drops.contributions(), drops);
  }

  /** Whether the amounts add up to the score. */
  boolean additive() {
    return drops == null;
  }
}
