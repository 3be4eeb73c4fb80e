package io.aisle.store;

import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;

/** Copies a store while it is in use, and looks whether a copy can be opened. Thread-safe. */
public final class StoreBackup {
  private StoreBackup() {}

  /**
   * Writes the store as it is now into a zip file of one entry, consistent whatever is written
   * meanwhile.
   *
   * @param zip is written over
   * @return events of the complete versions that must be in it, by their ids: those that were there
   *     before and after
   */
  public static Map<Long, Long> write(Database database, Path zip) {
    return database.read(
        session -> {
          Map<Long, Long> held = complete(session);
          session.update("backup to ?", zip.toAbsolutePath().toString());
          held.entrySet().retainAll(complete(session).entrySet());
          return held;
        });
  }

  /**
   * What a store holds.
   *
   * @param versions data set versions, incomplete ones included
   * @param complete events of the complete ones by their ids
   */
  public record Content(int versions, Map<Long, Long> complete) {
    public Content {
      complete = Map.copyOf(complete);
    }

    /** Events of all complete versions. */
    public long events() {
      return complete.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Opens a store that nobody holds for reading only, and counts the rows of each complete version.
   *
   * @param folder the store's
   * @throws OperationException when it cannot be read, or a version has not the events it should
   */
  public static Content check(Path folder) {
    return opened(folder, session -> count(session, folder));
  }

  /**
   * As {@link #check}, and reads every row of every table: to count rows the data base does not
   * look at them, and so does not see that they are damaged.
   *
   * @param cancel looked at before each table
   */
  public static Content read(Path folder, CancelSignal cancel) {
    return opened(
        folder,
        session -> {
          readRows(session, cancel);
          return count(session, folder);
        });
  }

  /** What is done with the store. */
  @FunctionalInterface
  private interface Look {
    Content at(Session session) throws SQLException;
  }

  private static Content opened(Path folder, Look look) {
    Path file = folder.toAbsolutePath().normalize().resolve("aisle");
    if (!Files.isRegularFile(file.resolveSibling("aisle.mv.db"))) {
      throw new OperationException(
          "%s holds no store: its file aisle.mv.db is missing.".formatted(folder));
    }
    JdbcDataSource source =
        StoreSource.ofFile(
            file, ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE", "aisle", "");
    try (Connection connection = source.getConnection()) {
      return look.at(new Session(connection));
    } catch (SQLException e) {
      throw new OperationException(
          "The store in %s cannot be read (%s): the copy is damaged, take another one."
              .formatted(folder, StoreDamage.firstLine(e)),
          OpeningFault.of(OpeningFault.Kind.DAMAGED, e));
    }
  }

  private static void readRows(Session session, CancelSignal cancel) throws SQLException {
    for (String table :
        session.list(
            "select table_name from information_schema.tables"
                + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'",
            row -> row.getString(1))) {
      cancel.check();
      // no index knows the answer, so each row is read
      var unused =
          session.first(
              "select count(*) from \"%s\" where ora_hash(_rowid_) < 0".formatted(table),
              row -> row.getLong(1));
    }
  }

  private static Content count(Session session, Path folder) throws SQLException {
    Map<Long, Long> complete = complete(session);
    for (Map.Entry<Long, Long> version : complete.entrySet()) {
      long there =
          session
              .first("select count(*) from event_" + version.getKey(), row -> row.getLong(1))
              .orElse(0L);
      if (there != version.getValue()) {
        throw new OperationException(
            "The store in %s is incomplete: a data set has %,d events instead of %,d; take another copy."
                .formatted(folder, there, version.getValue()));
      }
    }
    int versions =
        session.first("select count(*) from dataset_version", row -> row.getInt(1)).orElse(0);
    return new Content(versions, complete);
  }

  /** Events of the complete versions as they are listed, by id. */
  private static Map<Long, Long> complete(Session session) throws SQLException {
    Map<Long, Long> events = new HashMap<>();
    session
        .list(
            "select id, events from dataset_version where state = 'COMPLETE'",
            row -> Map.entry(row.getLong(1), row.getLong(2)))
        .forEach(version -> events.put(version.getKey(), version.getValue()));
    return events;
  }
}
