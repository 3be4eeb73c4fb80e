package io.aisle.store;

import io.aisle.domain.OperationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;

/** Copies a store while it is in use, and looks whether a copy can be opened. Thread-safe. */
public final class StoreBackup {
  private StoreBackup() {}

  /**
   * Writes the store as it is now into a zip file of one entry, consistent whatever is written
   * meanwhile.
   *
   * @param zip is written over
   */
  public static void write(Database database, Path zip) {
    database.read(session -> session.update("backup to ?", zip.toAbsolutePath().toString()));
  }

  /**
   * What a store holds.
   *
   * @param versions data set versions, incomplete ones included
   * @param events of the complete ones
   */
  public record Content(int versions, long events) {}

  /**
   * Opens a store that nobody holds for reading only, and counts the rows of each complete version.
   *
   * @param folder the store's
   * @throws OperationException when it cannot be read, or a version has not the events it should
   */
  public static Content check(Path folder) {
    Path file = folder.toAbsolutePath().normalize().resolve("aisle");
    if (!Files.isRegularFile(file.resolveSibling("aisle.mv.db"))) {
      throw new OperationException(
          "%s holds no store: its file aisle.mv.db is missing.".formatted(folder));
    }
    JdbcDataSource source =
        StoreSource.ofFile(
            file, ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE", "aisle", "");
    try (Connection connection = source.getConnection()) {
      return count(new Session(connection), folder);
    } catch (SQLException e) {
      throw new OperationException(
          "The store in %s cannot be read (%s): the copy is damaged, take another one."
              .formatted(folder, Database.firstLine(e)),
          OpeningFault.of(OpeningFault.Kind.DAMAGED, e));
    }
  }

  /** A version as it is listed. */
  private record Listed(long id, String state, long events) {}

  private static Content count(Session session, Path folder) throws SQLException {
    var listed =
        session.list(
            "select id, state, events from dataset_version",
            row -> new Listed(row.getLong(1), row.getString(2), row.getLong(3)));
    long events = 0;
    for (Listed version : listed) {
      if (!version.state().equals("COMPLETE")) {
        continue;
      }
      long there =
          session
              .first("select count(*) from event_" + version.id(), row -> row.getLong(1))
              .orElse(0L);
      if (there != version.events()) {
        throw new OperationException(
            "The store in %s is incomplete: a data set has %,d events instead of %,d; take another copy."
                .formatted(folder, there, version.events()));
      }
      events += there;
    }
    return new Content(listed.size(), events);
  }
}
