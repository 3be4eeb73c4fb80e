package io.aisle.core.report;

import io.aisle.domain.model.ModelKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives each run a colour: the model's own where it is free, else the next free one. A run without
 * a model (null) has imported lists.
 */
final class Palette {
  /** Number of colour classes in the style sheet. */
  static final int SIZE = 8;

  private Palette() {}

  /** A colour number below {@link #SIZE} for each run; repeated only when there are more runs. */
  static int[] assign(List<ModelKind> models) {
    int[] colours = new int[models.size()];
    List<Integer> free = new ArrayList<>();
    for (int c = 0; c < SIZE; c++) {
      free.add(c);
    }
    boolean[] placed = new boolean[models.size()];
    for (int i = 0; i < colours.length; i++) {
      Integer own = own(models.get(i));
      if (free.remove(own)) {
        colours[i] = own;
        placed[i] = true;
      }
    }
    for (int i = 0; i < colours.length; i++) {
      if (!placed[i]) {
        colours[i] = free.isEmpty() ? i % SIZE : free.removeFirst();
      }
    }
    return colours;
  }

  private static Integer own(ModelKind model) {
    return switch (model) {
      case null -> 7;
      case SASREC -> 0;
      case EASE -> 1;
      case ALS -> 2;
      case BPR -> 3;
      case ITEM_KNN -> 4;
      case POPULARITY -> 5;
      default -> Math.floorMod(model.id().hashCode(), SIZE);
    };
  }
}
