package io.aisle.ui.chart;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is under the cursor.
 *
 * @param head what the values belong to
 */
record Readout(String head, List<Line> lines) {
  static final int NO_COLOUR = -1;

  /**
   * A value.
   *
   * @param colour number of a series colour, or {@link #NO_COLOUR}
   */
  record Line(int colour, String name, String value) {}

  static Readout of(String head, Line... lines) {
    return new Readout(head, List.of(lines));
  }

  static Line line(String name, String value) {
    return new Line(NO_COLOUR, name, value);
  }

  /** All of it in one line. */
  String words() {
    String values =
        lines.stream()
            .map(line -> (line.name() + " " + line.value()).strip())
            .collect(Collectors.joining(" · "));
    return lines.isEmpty() ? head : head.isEmpty() ? values : head + ": " + values;
  }
}
