package io.aisle.core.dataset;

import io.aisle.domain.experiment.JudgementFile;
import io.aisle.domain.experiment.QueryFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The texts of queries that files of grades name by ids. */
final class QueryTexts {
  private QueryTexts() {}

  /**
   * From what a file of grades says of a query to its text; "" when the file of queries does not
   * have it.
   *
   * @throws io.aisle.domain.InputException when the file of queries cannot be read
   */
  static UnaryOperator<String> of(
      JudgementFile grades, Optional<QueryFile> queries, Guarding guarding) {
    if (!grades.byKey(queries)) {
      return text -> text;
    }
    QueryFile file = queries.orElseThrow();
    Map<String, String> texts = new HashMap<>();
    try (FurtherRows rows = FurtherRows.open(file.file(), guarding)) {
      int id = rows.column(file.id());
      int text = rows.column(file.query());
      while (rows.next()) {
        texts.putIfAbsent(rows.value(id), rows.value(text));
      }
    }
    return key -> texts.getOrDefault(key, "");
  }
}
