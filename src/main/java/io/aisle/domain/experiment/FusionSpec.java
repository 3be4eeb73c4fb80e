package io.aisle.domain.experiment;

import java.util.List;

/**
 * How runs are combined into one.
 *
 * @param weights of the runs, in their order; not negative, at least one above 0
 */
public record FusionSpec(Method method, List<Double> weights) {
  /** What is added up. */
  public enum Method {
    /** {@code weight / (60 + rank)}: weighted reciprocal ranks (Cormack and others, 2009). */
    RANK,
    /** {@code weight * z}, the score less its mean, by its deviation, over one user's items. */
    SCORE
  }

  public FusionSpec {
    weights = List.copyOf(weights);
  }

  public FusionSpec withWeights(List<Double> other) {
    return new FusionSpec(method, other);
  }
}
