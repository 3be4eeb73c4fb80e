package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ImportRule;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The declared rules of a mapping, bound to the columns of one file. Confined to one thread. */
final class RowRules {
  private final List<Bound> rules = new ArrayList<>();
  private final LongOpenHashSet lines = new LongOpenHashSet();
  private final boolean remembersLines;

  private record Bound(ImportRule rule, int column, ParsedRow.Fault fault) {}

  RowRules(List<ImportRule> declared, Path file, List<String> header) {
    for (ImportRule rule : declared) {
      String column = column(rule.test());
      int index = column.isEmpty() ? -1 : header.indexOf(column);
      if (index < 0 && !column.isEmpty()) {
        throw new InputException(
            "The rule \"%s\" names the column \"%s\", which %s does not have%s: correct the mapping."
                .formatted(rule.reason(), column, file, Nearest.hint(column, header)));
      }
      rules.add(new Bound(rule, index, new ParsedRow.Fault(rule.reason(), column)));
    }
    remembersLines = declared.stream().anyMatch(r -> r.test() instanceof ImportRule.DuplicateLine);
  }

  private static String column(ImportRule.Test test) {
    return switch (test) {
      case ImportRule.Missing missing -> missing.column();
      case ImportRule.Matches matches -> matches.column();
      case ImportRule.Unless unless -> unless.column();
      case ImportRule.AtMost atMost -> atMost.column();
      case ImportRule.DuplicateLine _ -> "";
    };
  }

  /**
   * The first rule that applies to the row. Every row of the file must pass here once, or later
   * duplicates of it go unnoticed.
   */
  Optional<ParsedRow.Fault> check(RowSource row, long hash) {
    boolean repeated = !remember(hash);
    for (Bound bound : rules) {
      if (applies(bound, row, repeated)) {
        return Optional.of(bound.fault);
      }
    }
    return Optional.empty();
  }

  /**
   * Notes a row that is not checked, because that was done before the import was interrupted.
   *
   * @return whether it is new
   */
  boolean remember(long hash) {
    return !remembersLines || lines.add(hash);
  }

  private static boolean applies(Bound bound, RowSource row, boolean repeated) {
    if (bound.column < 0) {
      return repeated;
    }
    String field = row.field(bound.column);
    return switch (bound.rule.test()) {
      case ImportRule.Missing _ -> field.isBlank();
      case ImportRule.Matches matches -> matches.pattern().matcher(field).matches();
      case ImportRule.Unless unless ->
          !field.isBlank() && !unless.pattern().matcher(field).matches();
      case ImportRule.AtMost atMost -> Numbers.parse(field) <= atMost.limit();
      case ImportRule.DuplicateLine _ -> repeated;
    };
  }
}
