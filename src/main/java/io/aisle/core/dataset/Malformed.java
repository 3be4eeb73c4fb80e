package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;
import java.util.List;

/** What is the matter with a row before it is asked what its fields mean. */
final class Malformed {
  private static final int LONGEST_FIELD = 100_000;

  private Malformed() {}

  /**
   * @param header of its file
   * @return null when nothing is the matter
   */
  static ParsedRow.Fault fault(RowSource row, List<String> header) {
    BuiltInReason damage =
        switch (row.damage()) {
          case NONE -> null;
          case TOO_LONG -> BuiltInReason.FIELD_TOO_LONG;
          case NO_OBJECT -> BuiltInReason.NO_OBJECT;
          case NO_RESULT -> BuiltInReason.NO_RESULT;
        };
    if (damage != null) {
      return fault(damage, "");
    }
    int count = row.fieldCount();
    if (count < header.size()) {
      return fault(BuiltInReason.SHORT_ROW, "");
    }
    for (int i = 0; i < count; i++) {
      String field = row.field(i);
      if (i >= header.size() && !field.isBlank()) {
        return fault(BuiltInReason.LONG_ROW, "");
      }
      String column = i < header.size() ? header.get(i) : "";
      if (field.length() > LONGEST_FIELD) {
        return fault(BuiltInReason.FIELD_TOO_LONG, column);
      }
      if (field.indexOf('\uFFFD') >= 0) {
        return fault(BuiltInReason.BAD_ENCODING, column);
      }
      if (field.indexOf('\0') >= 0) {
        return fault(BuiltInReason.ZERO_BYTE, column);
      }
    }
    return null;
  }

  private static ParsedRow.Fault fault(BuiltInReason reason, String column) {
    return new ParsedRow.Fault(reason.id(), column);
  }
}
