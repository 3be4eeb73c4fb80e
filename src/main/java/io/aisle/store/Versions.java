package io.aisle.store;

import io.aisle.domain.data.DatasetVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of data sets and how far their imports are. Thread-safe. */
public final class Versions {
  private static final String COLUMNS =
      "select id, dataset, version, source, state, imported, rows_read, events, users, items,"
          + " first_time, last_time, fingerprint, licence, queries, judgements from dataset_version"
          + " ";

  private final Database database;

  public Versions(Database database) {
    this.database = database;
  }

  /** Makes the next version of a data set, empty and invisible, with its tables. */
  public DatasetVersion create(StoredImport plan, Instant now) {
    return create(plan, Optional.empty(), now);
  }

  /**
   * As {@link #create(StoredImport, Instant)}.
   *
   * @param origin the version that it is made from; empty: none
   */
  public synchronized DatasetVersion create(
      StoredImport plan, Optional<StoredOrigin> origin, Instant now) {
    return database.write(
        session -> {
          int number =
              session
                  .first(
                      "select coalesce(max(version), 0) + 1 from dataset_version where dataset = ?",
                      row -> row.getInt(1),
                      plan.dataset())
                  .orElse(1);
          long id =
              session.insert(
                  "insert into dataset_version (dataset, version, source, plan, licence, state,"
                      + " imported) values (?, ?, ?, ?, ?, 'IMPORTING', ?)",
                  plan.dataset(),
                  number,
                  plan.source(),
                  plan.plan(),
                  plan.licence(),
                  OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
          for (int i = 0; i < plan.files().size(); i++) {
            session.update(
                "insert into import_file (version_id, position, path, bytes) values (?, ?, ?, ?)",
                id,
                i,
                plan.files().get(i).path(),
                plan.files().get(i).bytes());
          }
          if (origin.isPresent()) {
            Lineages.insert(session, id, origin.get());
          }
          session.script(VersionTables.create(id));
          return find(session, id).orElseThrow();
        });
  }

  /** Newest first, incomplete ones included. */
  public List<DatasetVersion> list() {
    return database.read(
        session -> {
          List<DatasetVersion> versions =
              session.list(COLUMNS + "order by imported desc, id desc", Versions::version);
          for (DatasetVersion version : versions) {
            addRefused(session, version);
          }
          return versions;
        });
  }

  public Optional<DatasetVersion> find(long id) {
    return database.read(session -> find(session, id));
  }

  /** How an import was begun. */
  public Optional<StoredImport> plan(long id) {
    return database.read(
        session -> {
          List<StoredImport.SourceFile> files =
              session.list(
                  "select path, bytes from import_file where version_id = ? order by position",
                  row -> new StoredImport.SourceFile(row.getString(1), row.getLong(2)),
                  id);
          return session.first(
              "select dataset, source, plan, licence from dataset_version where id = ?",
              row ->
                  new StoredImport(
                      row.getString(1),
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      files),
              id);
        });
  }

  /** The last committed position of an import. */
  public StoredImport.Position position(long id) {
    return database.read(
        session ->
            session
                .first(
                    "select file_no, row_no, rows_read, row_hash from import_position"
                        + " where version_id = ?",
                    row ->
                        new StoredImport.Position(
                            row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                    id)
                .orElse(StoredImport.Position.START));
  }

  public void state(long id, DatasetVersion.State state) {
    database.write(
        session ->
            session.update("update dataset_version set state = ? where id = ?", state.name(), id));
  }

  /**
   * Makes a version visible. What it consists of is forced to the disk before and the fact itself
   * after: a crash at any moment leaves it either invisible or whole.
   *
   * @param firstTime epoch milliseconds; null when no event has a time
   */
  public void complete(long id, String fingerprint, Long firstTime, Long lastTime) {
    database.checkpoint();
    database.write(
        session ->
            session.update(
                "update dataset_version set state = 'COMPLETE', fingerprint = ?, first_time = ?,"
                    + " last_time = ? where id = ?",
                fingerprint,
                firstTime,
                lastTime,
                id));
    database.checkpoint();
  }

  /** Drops a version and all its tables; an unknown one is none. */
  public void remove(long id) {
    database.write(
        session -> {
          session.script(VersionTables.drop(id));
          return session.update("delete from dataset_version where id = ?", id);
        });
  }

  private static Optional<DatasetVersion> find(Session session, long id) throws SQLException {
    Optional<DatasetVersion> found = session.first(COLUMNS + "where id = ?", Versions::version, id);
    if (found.isPresent()) {
      addRefused(session, found.get());
    }
    return found;
  }

  private static void addRefused(Session session, DatasetVersion version) throws SQLException {
    session.list(
        "select reason, refused from refusal_count where version_id = ? and refused > 0"
            + " order by reason_no",
        row -> version.refused().put(row.getString(1), row.getLong(2)),
        version.id());
  }

  private static DatasetVersion version(ResultSet row) throws SQLException {
    Map<String, Long> refused = new LinkedHashMap<>();
    return new DatasetVersion(
        row.getLong("id"),
        row.getString("dataset"),
        row.getInt("version"),
        row.getString("source"),
        DatasetVersion.State.valueOf(row.getString("state")),
        row.getObject("imported", OffsetDateTime.class).toInstant(),
        row.getLong("rows_read"),
        row.getLong("events"),
        row.getInt("users"),
        row.getInt("items"),
        instant(row, "first_time"),
        instant(row, "last_time"),
        refused,
        row.getString("fingerprint"),
        row.getString("licence"),
        row.getInt("queries"),
        row.getLong("judgements"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
