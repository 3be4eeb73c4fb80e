package io.aisle.ui.comparison;

import io.aisle.core.comparison.BeyondAccuracy;
import io.aisle.ui.common.RunItem;

/** What one run's lists are like. */
public record BeyondColumn(RunItem run, BeyondAccuracy values) {
  /** The lines of the table, in their order. */
  public enum Line {
    COVERAGE,
    NOVELTY,
    DIVERSITY,
    GINI,
    LIFT,
    CALIBRATION,
    OVERLAP
  }

  public double value(Line line) {
    return switch (line) {
      case COVERAGE -> values.coverage();
      case NOVELTY -> values.novelty();
      case DIVERSITY -> values.diversity();
      case GINI -> values.gini();
      case LIFT -> values.popularityLift();
      case CALIBRATION -> values.calibration();
      case OVERLAP -> values.overlap();
    };
  }
}
