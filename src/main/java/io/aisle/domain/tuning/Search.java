package io.aisle.domain.tuning;

import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.model.Metric;
import java.util.List;

/**
 * A search for parameters: one or several models on the same data, split and protocol.
 *
 * @param name for people
 * @param candidates at least one; their experiments differ in model and training alone and have one
 *     metric to monitor, by which trials are ranked on the validation part
 */
public record Search(String name, SearchSpec spec, List<Candidate> candidates) {
  public Search {
    candidates = List.copyOf(candidates);
  }

  /** What trials are ranked by. */
  public Metric metric() {
    return candidates.getFirst().experiment().training().monitor();
  }

  /** A value of the metric such that more is better; NaN stays NaN. */
  public double merit(double value) {
    return metric().loss() ? -value : value;
  }

  /**
   * One model of a search.
   *
   * @param experiment its parameters are the first trial of a random search
   */
  public record Candidate(Experiment experiment, SearchSpace space) {}
}
