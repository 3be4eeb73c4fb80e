package io.aisle.store;

import java.util.Optional;

/** By which keys the values of versions were replaced; never a key itself. Thread-safe. */
public final class VersionKeys {
  private final Database database;

  public VersionKeys(Database database) {
    this.database = database;
  }

  /**
   * @param file of the key, absolute; empty: the workspace's own
   * @param check a word that tells keys apart and gives none away
   */
  public record Entry(String file, String check) {}

  public void put(long version, String file, String check) {
    database.write(
        session ->
            session.update(
                "merge into version_key key (version_id) values (?, ?, ?)", version, file, check));
  }

  public Optional<Entry> find(long version) {
    return database.read(
        session ->
            session.first(
                "select key_file, key_check from version_key where version_id = ?",
                row -> new Entry(row.getString(1), row.getString(2)),
                version));
  }
}
