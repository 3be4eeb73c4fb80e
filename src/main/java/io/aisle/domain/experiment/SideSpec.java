package io.aisle.domain.experiment;

import io.aisle.domain.data.EventKind;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What models read beside the interactions that are split and judged; no part of the protocol, so
 * that runs with different side data stand in one comparison.
 *
 * @param features attributes
 * @param positiveFrom least value of a positive interaction; empty: every interaction is positive
 * @param behaviours weight of an event of each kind in the training part; empty: the interactions
 *     of the split alone, each with its own value
 */
public record SideSpec(
    FeatureSpec features, OptionalDouble positiveFrom, Map<EventKind, Double> behaviours) {
  public static final SideSpec DEFAULTS =
      new SideSpec(FeatureSpec.DEFAULTS, OptionalDouble.empty(), Map.of());
}
