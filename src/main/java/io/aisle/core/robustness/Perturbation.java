package io.aisle.core.robustness;

import java.util.List;

/** What is done to histories; docs/robustness.md defines each. */
public enum Perturbation {
  /** A share of the events becomes random items. */
  NOISE,
  /** A share of the events is not there. */
  MISSING,
  /** Popular items that the user never took are put in between. */
  POPULAR,
  /** What goes with a target item is put at the end, so that the target is shown. */
  PUSH,
  /** Only the newest events are left. */
  CUT;

  /**
   * How strongly it is done: shares of the events, or numbers of events.
   *
   * @return weakest first
   */
  List<Double> strengths(RobustnessSettings settings) {
    return switch (this) {
      case NOISE, MISSING -> settings.shares();
      case POPULAR, PUSH -> settings.injected().stream().map(Integer::doubleValue).toList();
      case CUT -> settings.kept().stream().map(Integer::doubleValue).toList();
    };
  }

  /** Whether its strengths are shares, 0 to 1; else they are numbers of events. */
  public boolean ofShares() {
    return this == NOISE || this == MISSING;
  }

  /** How often it is done anew with other draws. */
  int rounds(RobustnessSettings settings) {
    return this == CUT ? 1 : settings.rounds();
  }
}
