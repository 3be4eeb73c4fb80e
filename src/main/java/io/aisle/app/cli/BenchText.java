package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What was measured on this machine as a table. */
final class BenchText {
  private BenchText() {}

  static String of(JsonNode measured) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, RIGHT, RIGHT);
    table.row("what", "shape", "unit", "median", "spread");
    for (JsonNode each : measured) {
      double median = each.required("median").asDouble();
      table.row(
          each.required("name").asText(),
          each.required("shape").asText(),
          each.required("unit").asText(),
          number(median),
          number(each.required("low").asDouble())
              + " to "
              + number(each.required("high").asDouble()));
    }
    return table.render();
  }

  /** Three digits that count, none lost before the point. */
  private static String number(double value) {
    int whole = (int) Math.floor(Math.log10(Math.max(value, 1e-9)));
    return String.format(Locale.ROOT, "%,." + Math.clamp(2L - whole, 0, 6) + "f", value);
  }
}
