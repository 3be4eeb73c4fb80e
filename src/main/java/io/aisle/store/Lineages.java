package io.aisle.store;

import io.aisle.domain.data.DataSize;
import io.aisle.domain.data.Making;
import io.aisle.domain.data.StepEffect;
import io.aisle.domain.data.VersionOrigin;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where versions come from, what was made of them, and what people noted. Thread-safe. */
public final class Lineages {
  private final Database database;

  public Lineages(Database database) {
    this.database = database;
  }

  static void insert(Session session, long version, StoredOrigin origin) throws SQLException {
    session.update(
        "insert into version_origin values (?, ?, ?, ?, ?)",
        version,
        origin.making().name(),
        origin.parent(),
        origin.parentName(),
        origin.steps());
    // its names were replaced by the same key
    session.update(
        "insert into version_key select ?, key_file, key_check from version_key"
            + " where version_id = ?",
        version,
        origin.parent());
    for (int i = 0; i < origin.effects().size(); i++) {
      StepEffect effect = origin.effects().get(i);
      session.update(
          "insert into step_effect values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          version,
          i,
          effect.step(),
          effect.before().events(),
          effect.before().users(),
          effect.before().items(),
          effect.after().events(),
          effect.after().users(),
          effect.after().items(),
          effect.changed());
    }
  }

  /** Empty when there is no such version. */
  public Optional<VersionOrigin> origin(long version) {
    return database.read(
        session -> {
          List<String> files =
              session.list(
                  "select path from import_file where version_id = ? order by position",
                  row -> Path.of(row.getString(1)).getFileName().toString(),
                  version);
          List<StepEffect> effects =
              session.list(
                  "select step, events_before, users_before, items_before, events_after,"
                      + " users_after, items_after, changed from step_effect"
                      + " where version_id = ? order by step_no",
                  Lineages::effect,
                  version);
          return session.first(
              "select coalesce(o.making, 'IMPORT'), o.parent_id, coalesce(o.parent, ''),"
                  + " coalesce(o.steps, ''), d.note from dataset_version d"
                  + " left join version_origin o on o.version_id = d.id where d.id = ?",
              row ->
                  new VersionOrigin(
                      version,
                      Making.valueOf(row.getString(1)),
                      parent(row),
                      row.getString(3),
                      files,
                      row.getString(4),
                      effects,
                      row.getString(5)),
              version);
        });
  }

  private static OptionalLong parent(ResultSet row) throws SQLException {
    long id = row.getLong(2);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
  }

  private static StepEffect effect(ResultSet row) throws SQLException {
    return new StepEffect(
        row.getString(1),
        new DataSize(row.getLong(2), row.getInt(3), row.getInt(4)),
        new DataSize(row.getLong(5), row.getInt(6), row.getInt(7)),
        row.getLong(8));
  }

  /** Keys of the versions that were made directly from one, oldest first. */
  public List<Long> children(long version) {
    return database.read(
        session ->
            session.list(
                "select version_id from version_origin where parent_id = ? order by version_id",
                row -> row.getLong(1),
                version));
  }

  public void note(long version, String text) {
    write("update dataset_version set note = ? where id = ?", text, version);
  }

  public void licence(long version, String text) {
    write("update dataset_version set licence = ? where id = ?", text, version);
  }

  private void write(String sql, String text, long version) {
    var unused = database.write(session -> session.update(sql, text, version));
  }
}
