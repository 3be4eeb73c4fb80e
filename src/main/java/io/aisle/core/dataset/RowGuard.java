package io.aisle.core.dataset;

import io.aisle.core.dataset.privacy.Pseudonyms;
import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.Treatment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the values of personal columns of one file from being stored: they are dropped or replaced
 * by pseudonyms, in what is taken and in the lines of what is refused. Confined to one thread.
 */
final class RowGuard {
  /** What stands in a line where a value was left out. */
  static final String LEFT_OUT = "***";

  private static final int LINE = 2_000;
  private static final Set<ColumnRole> NEEDED =
      Set.of(ColumnRole.USER, ColumnRole.ITEM, ColumnRole.TIME);
  private static final Set<ColumnRole> TEXTS =
      Set.of(
          ColumnRole.USER,
          ColumnRole.ITEM,
          ColumnRole.SESSION,
          ColumnRole.QUERY,
          ColumnRole.TITLE,
          ColumnRole.CATEGORY);

  private final List<String> header;
  private final Treatment[] treatments;
  private final Map<String, Treatment> byName;
  private final Pseudonyms pseudonyms;
  private final boolean any;
  private int whole = -1;

  private RowGuard(
      List<String> header, Map<String, Treatment> byName, Pseudonyms pseudonyms, boolean any) {
    this.header = header;
    this.byName = byName;
    this.pseudonyms = pseudonyms;
    this.any = any;
    this.treatments = new Treatment[header.size()];
    for (int i = 0; i < treatments.length; i++) {
      treatments[i] = byName.getOrDefault(header.get(i), Treatment.KEEP);
    }
  }

  /**
   * @param pseudonyms null when no column is replaced
   */
  static RowGuard of(List<String> header, Map<String, Treatment> privacy, Pseudonyms pseudonyms) {
    return new RowGuard(
        header,
        privacy,
        pseudonyms,
        privacy.values().stream().anyMatch(each -> each != Treatment.KEEP));
  }

  /** The same with the column of ids treated as the ids that it is joined with. */
  RowGuard joined(int column, Treatment ids) {
    RowGuard joined = new RowGuard(header, byName, pseudonyms, any || ids != Treatment.KEEP);
    joined.treatments[column] = ids;
    return joined;
  }

  /** A column that may hold values of others, as an object does, never stands in a line. */
  RowGuard hiding(int column) {
    whole = column;
    return this;
  }

  /**
   * Looks whether the treatments go with the roles of columns.
   *
   * @throws InputException naming the column
   */
  static void check(Path file, ColumnMapping mapping) {
    mapping
        .columns()
        .forEach(
            (role, column) -> {
              Treatment treatment = mapping.privacy().getOrDefault(column, Treatment.KEEP);
              if (treatment == Treatment.DROP && NEEDED.contains(role)) {
                throw new InputException(
                    "%s: the column \"%s\" is read as the %s, which every event needs: replace it by a hash, or give the role to another column."
                        .formatted(file, column, role.id()));
              }
              if (treatment == Treatment.HASH && !TEXTS.contains(role)) {
                throw new InputException(
                    "%s: the column \"%s\" is read as the %s, which a hash cannot be: drop it or keep it."
                        .formatted(file, column, role.id()));
              }
            });
  }

  /** Whether the values of a column are taken as they stand. */
  boolean keeps(int column) {
    return column < 0 || treatments[column] == Treatment.KEEP;
  }

  /** What is taken of a value of a column. */
  String value(int column, String text) {
    return any && column >= 0 && column < treatments.length
        ? treated(treatments[column], text)
        : text;
  }

  /** What is taken of a value under a name that may be no column's. */
  String value(String name, String text) {
    return any ? treated(byName.getOrDefault(name, Treatment.KEEP), text) : text;
  }

  private String treated(Treatment treatment, String text) {
    return switch (treatment) {
      case KEEP -> text;
      case DROP -> "";
      case HASH -> pseudonyms.of(text.strip());
    };
  }

  /**
   * The line of a refused row: as it stands in the file, or its fields, separated by tabs, without
   * the values that must not be stored. Of a row that does not fit the header nothing is left.
   */
  String line(RowSource row) {
    if (!any) {
      return row.rawLine();
    }
    if (row.damage() != RowSource.Damage.NONE || row.fieldCount() != header.size()) {
      return LEFT_OUT;
    }
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String field = row.field(i);
      boolean hidden = i == whole || treatments[i] == Treatment.DROP;
      fields.add(hidden && !field.isBlank() ? LEFT_OUT : value(i, field));
    }
    String line = String.join("\t", fields);
    return line.substring(0, Math.min(LINE, line.length()));
  }
}
