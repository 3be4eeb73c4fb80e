package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.JudgementFile;
import io.aisle.domain.experiment.QueryFile;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The rows of a file of grades. Confined to one thread. */
final class JudgementRows implements AutoCloseable {
  private static final Map<String, String> WORDS = UsualWords.read("grade-words.yaml").meanings();

  private final JudgementFile file;
  private final RowSource rows;
  private final int query;
  private final int item;
  private final int grade;
  private final RowGuard guard;
  private final UnaryOperator<String> texts;

  private JudgementRows(
      JudgementFile file, RowSource rows, Guarding.Joined guarding, UnaryOperator<String> texts) {
    this.file = file;
    this.rows = rows;
    this.query = column(file.query());
    this.item = column(file.item());
    this.grade = column(file.grade());
    this.guard = guarding.of(rows.header(), item);
    this.texts = texts;
  }

  private int column(String name) {
    return Tables.column(file.file(), rows.header(), name);
  }

  /**
   * @param queries where grades may name queries by ids
   * @throws InputException when a file cannot be read or a named column is missing
   */
  static JudgementRows open(JudgementFile file, Optional<QueryFile> queries, Guarding guarding) {
    UnaryOperator<String> texts = QueryTexts.of(file, queries, guarding);
    return Tables.read(file.file(), rows -> new JudgementRows(file, rows, guarding.items(), texts));
  }

  boolean next() {
    return rows.next();
  }

  RowSource rows() {
    return rows;
  }

  /** The line that may be kept of the current row. */
  String line() {
    return guard.line(rows);
  }

  String query() {
    return texts.apply(guard.value(query, rows.stripped(query)));
  }

  String item() {
    return guard.value(item, rows.stripped(item));
  }

  /** The grade of the current row; -1 when it is no whole number from 0, nor a word for one. */
  int grade() {
    String text = rows.stripped(grade);
    double value = Numbers.parse(WORDS.getOrDefault(UsualWords.plain(text), text));
    return value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value) ? (int) value : -1;
  }

  /** Why the current row cannot be taken as it stands, whatever the catalogue; null when it can. */
  ParsedRow.Fault fault() {
    if (query().isEmpty()) {
      return fault(BuiltInReason.MISSING_QUERY, file.query());
    }
    if (item().isEmpty()) {
      return fault(BuiltInReason.MISSING_ITEM, file.item());
    }
    return grade() < 0 ? fault(BuiltInReason.BAD_GRADE, file.grade()) : null;
  }

  /** A fault of the item column. */
  ParsedRow.Fault ofItem(BuiltInReason reason) {
    return fault(reason, file.item());
  }

  private static ParsedRow.Fault fault(BuiltInReason reason, String column) {
    return new ParsedRow.Fault(reason.id(), column);
  }

  @Override
  public void close() {
    rows.close();
  }
}
