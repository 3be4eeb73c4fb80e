package io.aisle.ui.common;

import io.aisle.domain.model.ModelKind;

/** The colour of each model, the same on every screen. */
public final class Palette {
  private static final int COLOURS = 8;

  private Palette() {}

  /**
   * Number of the series colour, from 0.
   *
   * @param model null for lists of another system
   */
  public static int of(ModelKind model) {
    return switch (model) {
      case null -> 5;
      case SASREC -> 0;
      case EASE -> 1;
      case ALS -> 2;
      case BPR -> 3;
      case ITEM_KNN -> 4;
      case POPULARITY -> 5;
      default -> Math.floorMod(model.id().hashCode(), COLOURS);
    };
  }
}
