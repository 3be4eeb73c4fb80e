package io.aisle.store;

import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.Unjoined;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Queries, triples and reviews of versions, and what of their files does not join. Thread-safe. */
public final class Knowledge {
  private static final String BETWEEN = "\n";

  private final Database database;

  public Knowledge(Database database) {
    this.database = database;
  }

  /** Removes what an interrupted import has left, but for what it noted. */
  public void clear(long version) {
    database.write(
        session -> {
          session.script(KnowledgeTables.dropAll(version));
          return 0;
        });
  }

  /** Takes over what a version has whose users and items are those of another, or some of them. */
  public void copy(long from, long to) {
    database.write(
        session -> {
          for (KnowledgeTables table : present(session, from)) {
            session.script(table.create(to));
            session.script(table.copy(from, to));
          }
          return 0;
        });
  }

  /** Where entries go; the caller closes it. */
  public KnowledgeWriter writer(long version) {
    return new KnowledgeWriter(database, version);
  }

  public KnowledgeCounts counts(long version) {
    return database.read(
        session ->
            new KnowledgeCounts(
                count(session, KnowledgeTables.SEARCH_QUERY, version),
                count(session, KnowledgeTables.TRIPLE, version),
                count(session, KnowledgeTables.REVIEW, version)));
  }

  private static long count(Session session, KnowledgeTables table, long version)
      throws SQLException {
    return present(session, version).contains(table)
        ? session
            .first("select count(*) from " + table.of(version), row -> row.getLong(1))
            .orElse(0L)
        : 0;
  }

  static Set<KnowledgeTables> present(Session session, long version) throws SQLException {
    Set<KnowledgeTables> present = EnumSet.noneOf(KnowledgeTables.class);
    for (KnowledgeTables table : KnowledgeTables.values()) {
      boolean there =
          session
              .first(
                  "select 1 from information_schema.tables where table_schema = 'PUBLIC' and"
                      + " table_name = ?",
                  row -> row.getInt(1),
                  table.of(version).toUpperCase(Locale.ROOT))
              .isPresent();
      if (there) {
        present.add(table);
      }
    }
    return present;
  }

  /** What did not join when a version was imported. */
  public List<Unjoined> unjoined(long version) {
    return database.read(
        session ->
            session.list(
                "select what, found, among, examples from unjoined where version_id = ? order by"
                    + " position",
                row ->
                    new Unjoined(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4).isEmpty()
                            ? List.of()
                            : List.of(row.getString(4).split(BETWEEN, -1))),
                version));
  }

  /** Notes what does not join, in place of what was noted before. */
  public void note(long version, List<Unjoined> found) {
    database.write(
        session -> {
          session.update("delete from unjoined where version_id = ?", version);
          for (int i = 0; i < found.size(); i++) {
            session.update(
                "insert into unjoined values (?, ?, ?, ?, ?, ?)",
                version,
                i,
                found.get(i).what(),
                found.get(i).count(),
                found.get(i).of(),
                String.join(BETWEEN, found.get(i).examples()));
          }
          return found.size();
        });
  }
}
