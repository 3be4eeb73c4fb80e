package io.aisle.domain.experiment;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** How interactions are divided into train, valid and test. */
public sealed interface SplitSpec {
  /** The name in experiment files. */
  String id();

  /** Per user the last interaction is test, the one before is validation. */
  record LeaveLastOut() implements SplitSpec {
    @Override
    public String id() {
      return "leave-last-out";
    }
  }

  /**
   * A seeded shuffle.
   *
   * @param ratios shares of train, valid and test; the last two are rounded down, the rest is train
   * @param byUser whether each user's interactions are shuffled apart, or all together
   */
  record Random(List<Integer> ratios, long seed, boolean byUser) implements SplitSpec {
    @Override
    public String id() {
      return "random";
    }
  }

  /** From {@code valid} on interactions are validation, from {@code test} on they are test. */
  record TemporalAt(Instant valid, Instant test) implements SplitSpec {
    @Override
    public String id() {
      return "temporal";
    }
  }

  /** Cut points such that the shares of interactions are as given. */
  record TemporalRatios(List<Integer> ratios) implements SplitSpec {
    @Override
    public String id() {
      return "temporal";
    }
  }

  /**
   * Everything is training part, for delivery: nothing is held out, so there are no figures and no
   * comparison.
   */
  record Everything() implements SplitSpec {
    @Override
    public String id() {
      return "none";
    }
  }

  /** Three tab-separated files. */
  record Given(Path train, Path valid, Path test) implements SplitSpec {
    @Override
    public String id() {
      return "given";
    }
  }
}
