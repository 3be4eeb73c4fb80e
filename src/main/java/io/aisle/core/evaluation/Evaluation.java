package io.aisle.core.evaluation;

import io.aisle.domain.model.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the evaluated users were given and what it was worth.
 *
 * @param users index of each evaluated user, ascending; users without truth are left out
 * @param metrics in the order of the columns
 * @param perUser {@code [evaluated user][metric]}; NaN where a user has no value, as for coverage
 * @param means by metric, over the users that have a value; NaN when none has; coverage is that of
 *     all lists together
 * @param lists {@code [evaluated user][rank]} items, best first, as long as the list is
 * @param scores {@code [evaluated user][rank]} the scores of the listed items
 * @param cold evaluated users without a history
 */
public record Evaluation(
    int[] users,
    List<Metric> metrics,
    double[][] perUser,
    Map<Metric, Double> means,
    int[][] lists,
    float[][] scores,
    int cold) {
  /** The mean of one of the metrics. */
  public double mean(Metric metric) {
    Double mean = means.get(metric);
    if (mean == null) {
      throw new IllegalArgumentException(metric + " was not evaluated");
    }
    return mean;
  }

  /** The means by metric id, as they stand in run.json. */
  public Map<String, Double> meansById() {
    Map<String, Double> byId = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      byId.put(metric.id(), mean(metric));
    }
    return byId;
  }

  /** A sentence for people where lists are shorter than the deepest metric reads. */
  public Optional<String> shortLists() {
    int deepest = metrics.stream().mapToInt(Metric::k).max().orElse(1);
    long shorter = Stream.of(lists).filter(list -> list.length < deepest).count();
    return shorter == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d users have a list shorter than %d; missing places count as misses"
                .formatted(shorter, users.length, deepest));
  }
}
