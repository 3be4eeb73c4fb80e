package io.aisle.store;

import io.aisle.domain.data.Erasure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The record of users that were erased, so that an erasure that was cut off is gone on with. */
public final class Erasures {
  private static final String SEPARATOR = "\n";

  private final Database database;

  public Erasures(Database database) {
    this.database = database;
  }

  /**
   * Begins one; it is on the disk when this returns.
   *
   * @param dataset "" for all
   */
  public Erasure begin(List<String> names, String dataset, Instant now) {
    long id =
        database.write(
            session ->
                session.insert(
                    "insert into erasure (state, names, dataset, begun) values ('BEGUN', ?, ?, ?)",
                    String.join(SEPARATOR, names),
                    dataset,
                    OffsetDateTime.ofInstant(now, ZoneOffset.UTC)));
    database.checkpoint();
    return new Erasure(id, Erasure.State.BEGUN, names, dataset, now, 0, List.of());
  }

  /** The first that was begun and not ended. */
  public Optional<Erasure> unfinished() {
    return database.read(
        session ->
            session.first(
                "select id, state, names, dataset, begun, events, runs from erasure"
                    + " where state <> 'DONE' order by id",
                Erasures::erasure));
  }

  private static Erasure erasure(ResultSet row) throws SQLException {
    return new Erasure(
        row.getLong(1),
        Erasure.State.valueOf(row.getString(2)),
        lines(row.getString(3)),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getLong(6),
        lines(row.getString(7)));
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(SEPARATOR, -1));
  }

  /** Adds runs that had learned from the user. */
  public void learned(long id, List<String> runs) {
    database.write(
        session ->
            session.update(
                "update erasure set runs = ? where id = ?", String.join(SEPARATOR, runs), id));
    database.checkpoint();
  }

  /** Nothing is left to look for: the names are forgotten. */
  public void forget(long id) {
    database.write(
        session ->
            session.update("update erasure set state = 'COMPACTING', names = '' where id = ?", id));
    database.checkpoint();
  }

  /** The store was compacted too. */
  public void done(long id) {
    database.write(
        session ->
            session.update(
                "update erasure set state = 'DONE', ended = current_timestamp where id = ?", id));
    database.checkpoint();
  }

  public Optional<Erasure> find(long id) {
    return database.read(
        session ->
            session.first(
                "select id, state, names, dataset, begun, events, runs from erasure where id = ?",
                Erasures::erasure,
                id));
  }

  /** Fingerprints that a version had before users were erased from it. */
  public List<String> fingerprints(long version) {
    return database.read(
        session ->
            session.list(
                "select fingerprint from version_erasure where version_id = ? order by erasure_id",
                row -> row.getString(1),
                version));
  }
}
