package io.aisle.store;

import io.aisle.domain.data.VersionFinding;
import io.aisle.domain.data.VersionFinding.Fate;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.store.salvage.Readable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVStoreException;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.ValueNull;

/**
 * Writes what is left of a store into a new one, table by table. Versions of which something is
 * lost become imports that were cut off before their first row. Confined to one thread.
 */
final class Rebuild {
  private static final int CHUNK = 20_000;

  private final Readable from;
  private final StoreExam exam;
  private final CancelSignal cancel;
  private final ProgressListener listener;
  private final long total;
  private long written;

  Rebuild(Readable from, StoreExam exam, CancelSignal cancel, ProgressListener listener) {
    this.from = from;
    this.exam = exam;
    this.cancel = cancel;
    this.listener = listener;
    this.total =
        exam.findings().stream()
            .filter(finding -> finding.fate() != Fate.LOST)
            .mapToLong(VersionFinding::found)
            .sum();
  }

  /**
   * Makes the new store.
   *
   * @param folder that holds none yet
   */
  void into(Path folder) throws IOException, SQLException {
    try (Connection connection =
        StoreSource.ofFile(
                folder.resolve(StoreFiles.NAME),
                ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
                "aisle",
                "")
            .getConnection()) {
      connection.setAutoCommit(false);
      Session session = new Session(connection);
      Migrations.run(session, exam.schema());
      connection.commit();
      new RegistryCopy(from, session).copy();
      removeOthers(session);
      for (Map.Entry<VersionEntry, VersionFinding> each : exam.found().entrySet()) {
        report();
        version(session, each.getKey(), each.getValue());
      }
      connection.commit();
      session.script("checkpoint sync");
      session.script("shutdown");
    } catch (MVStoreException e) {
      throw new SQLException(e);
    }
  }

  /** Versions that were removed after the moment that is taken. */
  private void removeOthers(Session session) throws SQLException {
    Set<Long> kept =
        exam.found().keySet().stream().map(VersionEntry::id).collect(Collectors.toSet());
    for (long id : session.list("select id from dataset_version", row -> row.getLong(1))) {
      if (!kept.contains(id)) {
        session.update("delete from dataset_version where id = ?", id);
      }
    }
  }

  private void version(Session session, VersionEntry version, VersionFinding finding)
      throws SQLException, IOException {
    session.script(VersionTables.create(version.id()));
    if (finding.fate() == Fate.LOST) {
      begunAgain(session, version.id());
      session.connection().commit();
      return;
    }
    for (KnowledgeTables table : KnowledgeTables.values()) {
      if (from.tables().contains(version.table(table.name()))) {
        session.script(table.create(version.id()));
      }
    }
    if (from.tables().contains(version.fresh("EVENT"))) {
      session.script(VersionTables.events(version.fresh("EVENT")));
    }
    if (from.tables().contains(version.fresh("USER"))) {
      session.script(VersionTables.users(version.fresh("USER")));
    }
    session.connection().commit();
    for (String table : RegistryCopy.tables(session)) {
      if (table.endsWith("_" + version.id()) || table.endsWith("_" + version.id() + "_WITHOUT")) {
        rows(session, table);
      }
    }
  }

  /** What is to be imported from its files once more. */
  private static void begunAgain(Session session, long id) throws SQLException {
    session.update(
        "update dataset_version set state = 'INTERRUPTED', rows_read = 0, events = 0, users = 0,"
            + " items = 0, first_time = null, last_time = null, fingerprint = '' where id = ?",
        id);
    for (String table : RegistryCopy.tables(session)) {
      if (List.of("IMPORT_POSITION", "REFUSAL_COUNT", "UNJOINED", "STEP_EFFECT").contains(table)) {
        session.update("delete from %s where version_id = ?".formatted(table), id);
      }
    }
    for (String counter : List.of("QUERIES", "JUDGEMENTS")) {
      if (RegistryCopy.columns(session, VersionEntry.TABLE).contains(counter)) {
        session.update("update dataset_version set %s = 0 where id = ?".formatted(counter), id);
      }
    }
  }

  /** Past SQL, as imports write them. */
  private void rows(Session session, String table) throws SQLException, IOException {
    List<String> columns = RegistryCopy.columns(session, table);
    int[] source = columns.stream().mapToInt(from.columns(table)::indexOf).toArray();
    TableRows rows = TableRows.of(session.connection(), table);
    var unused =
        from.read(
            table,
            (key, row) -> {
              rows.put(key, values(row, source));
              if (++written % CHUNK == 0) {
                report();
              }
            });
    rows.changed();
    session.connection().commit();
  }

  private void report() {
    cancel.check();
    listener.at(new Progress("repairing", written, total));
  }

  private static Value[] values(SearchRow row, int[] source) {
    Value[] values = new Value[source.length];
    for (int i = 0; i < source.length; i++) {
      values[i] = source[i] < 0 ? ValueNull.INSTANCE : row.getValue(source[i]);
    }
    return values;
  }
}
