package io.aisle.core.robustness;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far a run's lists and metrics move when the histories are perturbed. All lists but the usual
 * ones are made from the history alone, as for strangers. Metrics stand by id.
 *
 * @param definitions number of the definitions it was made by
 * @param settings what was asked for
 * @param finished when the run was completed that this is about
 * @param users who were asked
 * @param without judged users who have no history and were left out
 * @param seconds wall time of the measurement
 * @param usual the metrics of the asked users as the run is judged
 * @param same share of the asked users whose usual list is the one from the history alone
 * @param alone the metrics from the unperturbed history alone
 * @param levels by kind and strength
 * @param items the usual metrics on held-out items by their popularity, the least popular first
 */
public record Robustness(
    int definitions,
    RobustnessSettings settings,
    Instant finished,
    int users,
    int without,
    double seconds,
    Map<String, Value> usual,
    double same,
    Map<String, Value> alone,
    List<Level> levels,
    List<ItemGroup> items) {
  /** Raised when a definition changes, so that older results are measured anew. */
  static final int DEFINITIONS = 1;

  /** What is measured of each user's list. */
  public static final List<Metric> METRICS =
      Stream.of(MetricKind.NDCG, MetricKind.RECALL, MetricKind.MRR)
          .map(kind -> new Metric(kind, Robustness.DEPTH))
          .toList();

  /** Places of a list that count for metrics, overlap and targets. */
  public static final int DEPTH = 10;

  public Robustness {
    usual = new LinkedHashMap<>(usual);
    alone = new LinkedHashMap<>(alone);
    levels = List.copyOf(levels);
    items = List.copyOf(items);
  }

  /** A mean over the users with its 95% interval. */
  public record Value(double mean, double low, double high) {}

  /**
   * A figure after a perturbation, beside the one before.
   *
   * @param after the figure
   * @param difference after less before, paired over the users
   * @param kept after divided by before; NaN when there was nothing before
   */
  public record Figure(Value after, Value difference, Value kept) {}

  /**
   * One perturbation at one strength.
   *
   * @param changed share of the events that are not the user's own, or are missing, mean
   * @param metrics by id
   * @param overlap with the list from the unperturbed history: share of the first ten
   * @param rankBiased rank-biased overlap with it
   * @param target share of the users in whose first ten their target stands; null unless pushed
   */
  public record Level(
      Perturbation kind,
      double strength,
      double changed,
      Map<String, Figure> metrics,
      Value overlap,
      Value rankBiased,
      Figure target) {
    public Level {
      metrics = new LinkedHashMap<>(metrics);
    }
  }

  /**
   * Held-out items of about the same popularity.
   *
   * @param least training interactions of each item, at least
   * @param most training interactions, at most
   * @param heldOut held-out events
   * @param users who have one
   * @param metrics of these users' lists, when only these items count
   */
  public record ItemGroup(int least, int most, int heldOut, int users, Map<String, Value> metrics) {
    public ItemGroup {
      metrics = new LinkedHashMap<>(metrics);
    }
  }

  /** The levels of one kind, weakest first. */
  public List<Level> of(Perturbation kind) {
    return levels.stream().filter(level -> level.kind() == kind).toList();
  }

  /** Whether no perturbation moves anything: the model does not read the history. */
  public boolean deaf() {
    return levels.stream().allMatch(level -> level.rankBiased().low() >= 1);
  }

  /** Whether the usual lists are other ones than those from the history alone. */
  public boolean stored() {
    return same < 1;
  }
}
