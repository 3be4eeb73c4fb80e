package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.core.dataset.table.RowSource;
import io.aisle.core.job.JobControl;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.JudgementFile;
import io.aisle.domain.experiment.QueryFile;
import io.aisle.domain.job.Progress;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads all items of an item file, and grades of items, into a version. */
final class CatalogueReading {
  private static final int CHECK_ROWS = 1_000;

  private final StoreSink sink;
  private final Guarding guarding;
  private final JobControl control;
  private long read;

  CatalogueReading(StoreSink sink, Guarding guarding, JobControl control) {
    this.sink = sink;
    this.guarding = guarding;
    this.control = control;
  }

  /**
   * Reads the item file to its end.
   *
   * @param number index of the file among all files of the import
   */
  void items(EntityFile file, int number, ItemsSeen seen) {
    long size = DataFile.size(file.file());
    at("items", 0, size);
    Set<String> described = new HashSet<>();
    try (EntityRows rows = EntityRows.open(file, guarding.items())) {
      while (rows.next()) {
        item(file, rows, described, number, seen);
        counted("items", rows.rows(), size);
      }
    }
  }

  private void item(
      EntityFile file, EntityRows rows, Set<String> described, int number, ItemsSeen seen) {
    Optional<EntityReader.Entity> entity = rows.entity();
    BuiltInReason reason = null;
    if (rows.id().isEmpty()) {
      reason = BuiltInReason.MISSING_ITEM;
    } else if (entity.isEmpty()) {
      reason = BuiltInReason.BAD_ATTRIBUTES;
    } else if (!described.add(rows.id())) {
      reason = BuiltInReason.REPEATED_ITEM;
    }
    if (reason == null) {
      sink.item(rows.id(), entity.orElseThrow());
      seen.see(rows.id(), entity.orElseThrow());
    } else {
      String column =
          reason == BuiltInReason.BAD_ATTRIBUTES ? file.attributes().orElse("") : file.id();
      sink.refused(
          new RefusedRow(
              new ParsedRow.Fault(reason.id(), column), number, rows.rows().row(), rows.line()));
    }
  }

  /**
   * Reads a file of grades to its end.
   *
   * @param queries where grades may name queries by ids
   */
  void judgements(JudgementFile file, Optional<QueryFile> queries, int number) {
    long size = DataFile.size(file.file());
    at("judgements", 0, size);
    try (JudgementRows rows = JudgementRows.open(file, queries, guarding)) {
      while (rows.next()) {
        ParsedRow.Fault fault = rows.fault();
        if (fault == null) {
          fault = sink.judgement(rows).map(rows::ofItem).orElse(null);
        }
        if (fault != null) {
          sink.refused(new RefusedRow(fault, number, rows.rows().row(), rows.line()));
        }
        counted("judgements", rows.rows(), size);
      }
    }
  }

  /** Rows that were read of both. */
  long read() {
    return read;
  }

  private void counted(String phase, RowSource rows, long bytes) {
    if (++read % CHECK_ROWS == 0) {
      at(phase, rows.bytesRead(), bytes);
    }
  }

  private void at(String phase, long done, long total) {
    control.at(new Progress(phase, done, total));
    control.check();
  }
}
