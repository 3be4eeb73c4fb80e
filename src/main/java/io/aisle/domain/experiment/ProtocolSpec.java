package io.aisle.domain.experiment;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How lists are made and judged.
 *
 * @param candidates empty: the whole catalogue; a number: so many sampled candidates beside the
 *     test items, marked wherever the figures are shown
 * @param excludeSeen whether items of the history and of the training part are kept out of lists
 * @param history what a user is scored from
 * @param metrics kinds reported
 * @param k depths reported, ascending
 */
public record ProtocolSpec(
    OptionalInt candidates,
    boolean excludeSeen,
    History history,
    List<MetricKind> metrics,
    List<Integer> k) {
  public static final ProtocolSpec DEFAULTS =
      new ProtocolSpec(
          OptionalInt.empty(), true, History.ALL, MetricKind.RANKING, List.of(5, 10, 20));

  /**
   * What a user is scored from at test: {@code all} is train + valid, {@code train} train alone.
   */
  public enum History {
    ALL,
    TRAIN
  }

  /** Every metric at every depth, in the order of the declaration. */
  public List<Metric> all() {
    List<Metric> all = new ArrayList<>();
    for (MetricKind kind : metrics) {
      for (int depth : k) {
        all.add(new Metric(kind, depth));
      }
    }
    return all;
  }

  /** Depth of the lists that are stored: the largest k, at least 20. */
  public int listDepth() {
    return Math.max(20, k.stream().mapToInt(Integer::intValue).max().orElse(20));
  }
}
