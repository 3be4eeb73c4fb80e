package io.aisle.domain.experiment;

import io.aisle.domain.data.EventKind;
import java.util.Map;

/**
 * What models read beside the interactions that are split and judged; no part of the protocol, so
 * that runs with different side data stand in one comparison.
 *
 * @param features attributes
 * @param label what counts as positive where models predict
 * @param behaviours weight of an event of each kind in the training part; empty: the interactions
 *     of the split alone, each with its own value
 */
public record SideSpec(FeatureSpec features, LabelSpec label, Map<EventKind, Double> behaviours) {
  public static final SideSpec DEFAULTS =
      new SideSpec(FeatureSpec.DEFAULTS, LabelSpec.DEFAULTS, Map.of());
}
