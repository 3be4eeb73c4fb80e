package io.aisle.ui.comparison;

import io.aisle.core.robustness.Perturbation;

/** What of the robustness is looked at. */
public enum RobustnessView {
  NOISE(Perturbation.NOISE),
  MISSING(Perturbation.MISSING),
  POPULAR(Perturbation.POPULAR),
  PUSH(Perturbation.PUSH),
  /** How often pushed targets are shown. */
  TARGET(Perturbation.PUSH),
  COLD_USERS(Perturbation.CUT),
  /** Held-out items by their popularity; nothing is perturbed. */
  COLD_ITEMS(null);

  private final Perturbation kind;

  RobustnessView(Perturbation kind) {
    this.kind = kind;
  }

  /** Widths of the columns of its table, pixels. */
  double[] widths() {
    return switch (this) {
      case TARGET -> new double[] {110, 64, 110, 110, 150};
      case COLD_ITEMS -> new double[] {110, 56, 110, 76, 84, 150};
      default -> new double[] {104, 68, 82, 208, 140, 66, 56};
    };
  }

  /** What is done to histories; null for cold items. */
  Perturbation kind() {
    return kind;
  }

  /** Whether it shows one thing alone, whatever the measure. */
  boolean measuresItself() {
    return this == TARGET || this == COLD_ITEMS;
  }

  /** What is drawn of a perturbation. */
  public enum Measure {
    /** The metric divided by the one before. */
    KEPT,
    METRIC,
    OVERLAP,
    RANK_BIASED
  }
}
