package io.aisle.ui.dataset;

import io.aisle.core.dataset.cleaning.CleaningPreview;
import io.aisle.domain.data.DataSize;
import io.aisle.domain.data.StepEffect;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left after a step; the first line is the version as it is.
 *
 * @param number of the step, from 1; 0 for the version as it is
 * @param step id of the step; empty for the version as it is
 * @param dropped events that the step takes away
 * @param changed events whose values it replaces
 */
record StepLine(int number, String step, DataSize left, long dropped, long changed) {
  /**
   * @param start the version as it is
   */
  static List<StepLine> of(DataSize start, CleaningPreview preview) {
    List<StepLine> lines = new ArrayList<>();
    lines.add(new StepLine(0, "", start, 0, 0));
    for (StepEffect effect : preview.effects()) {
      lines.add(
          new StepLine(
              lines.size(), effect.step(), effect.after(), effect.dropped(), effect.changed()));
    }
    return List.copyOf(lines);
  }
}
