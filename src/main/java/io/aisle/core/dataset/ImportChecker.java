package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries an import on the first rows, through the parser and the rules of the import itself. */
final class ImportChecker {
  private static final int ROWS = 20_000;
  private static final int SHOWN = 500;
  private static final int CHECK_ROWS = 1_000;

  private final ColumnMapping mapping;
  private final Guarding guarding;
  private final Reasons reasons;
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<String, Long> words = new HashMap<>();
  private final Set<String> users = new HashSet<>();
  private final Set<String> items = new HashSet<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long read;
  private long taken;

  private ImportChecker(ColumnMapping mapping) {
    this.mapping = mapping;
    this.guarding = Guarding.trial(mapping);
    this.reasons = new Reasons(mapping);
  }

  /**
   * @throws InputException when the plan cannot be carried out
   */
  static ImportCheck check(ImportPlan given, JobControl control) {
    ImportPlan plan = Companions.complete(given);
    MappingGuess guess = MappingGuesser.guess(plan.files().getFirst(), plan.mapping());
    ImportChecker checker = new ImportChecker(guess.mapping());
    boolean whole = true;
    for (Path file : plan.files()) {
      whole = whole && checker.read(file, plan.mapping(), control);
    }
    Set<String> described = EntityReader.read(plan.items(), checker.guarding.items()).keySet();
    int named = (int) checker.items.stream().filter(described::contains).count();
    return checker.result(guess, whole, named);
  }

  /** Whether the file was read to its end. */
  private boolean read(Path file, ColumnMapping given, JobControl control) {
    try (RowSource rows = Tables.open(file, given.form())) {
      RowParser parser = new RowParser(file, rows.header(), mapping, guarding);
      String kind = mapping.columns().get(ColumnRole.KIND);
      int kinds = kind == null ? -1 : rows.header().indexOf(kind);
      while (rows.next()) {
        if (read == ROWS) {
          return false;
        }
        read++;
        if (kinds >= 0 && kinds < rows.fieldCount()) {
          words.merge(rows.field(kinds).strip(), 1L, Long::sum);
        }
        decide(parser, file, rows);
        if (read % CHECK_ROWS == 0) {
          control.check();
        }
      }
      return true;
    }
  }

  private void decide(RowParser parser, Path file, RowSource rows) {
    switch (parser.parse(rows, RowHash.of(rows))) {
      case ParsedRow.Event event -> {
        taken++;
        users.add(event.user());
        items.add(event.item());
        if (event.millis() != EventTable.NO_TIME) {
          first = Math.min(first, event.millis());
          last = Math.max(last, event.millis());
        }
      }
      case ParsedRow.Fault fault -> {
        var unused = reasons.count(fault.reason());
        if (refusals.size() < SHOWN) {
          refusals.add(
              new Refusal(
                  file.getFileName().toString(),
                  rows.row(),
                  fault.column(),
                  fault.reason(),
                  parser.line(rows)));
        }
      }
    }
  }

  private ImportCheck result(MappingGuess guess, boolean whole, int named) {
    KindWords meanings =
        new KindWords(mapping.kinds(), mapping.defaultKind().orElse(EventKind.OTHER));
    List<ImportCheck.Word> seen =
        words.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(
                word ->
                    new ImportCheck.Word(
                        word.getKey(), word.getValue(), meanings.of(word.getKey())))
            .toList();
    return new ImportCheck(
        read,
        whole,
        taken,
        reasons.counted(),
        List.copyOf(refusals),
        seen,
        users.size(),
        items.size(),
        named,
        first > last ? null : Instant.ofEpochMilli(first),
        first > last ? null : Instant.ofEpochMilli(last),
        guess);
  }
}
