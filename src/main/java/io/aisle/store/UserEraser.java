package io.aisle.store;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ErasedNames;
import io.aisle.domain.job.CancelSignal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Removes a user from a version: events and dictionary are written anew without the user, with
 * numbers without gaps, and then put in the place of the old ones. After a crash at any moment the
 * same call goes on.
 */
public final class UserEraser {
  private static final int CHUNK = 100_000;

  private final Database database;
  private final long erasure;

  /**
   * @param erasure number of its record
   */
  public UserEraser(Database database, long erasure) {
    this.database = database;
    this.erasure = erasure;
  }

  /** How many events and users of these names a version has. */
  public static long events(Database database, long version, ErasedNames names) {
    return database.read(
        session -> {
          List<Integer> users = users(session, version, names);
          return users.isEmpty()
              ? -1L
              : session
                  .first(
                      "select count(*) from event_%d where user_no in (%s)"
                          .formatted(version, list(users)),
                      row -> row.getLong(1))
                  .orElse(0L);
        });
  }

  private static List<Integer> users(Session session, long version, ErasedNames names)
      throws SQLException {
    List<Integer> users = new ArrayList<>();
    for (String name : names.all()) {
      users.addAll(
          session.list(
              "select no from user_%d where name = ?".formatted(version),
              row -> row.getInt(1),
              name));
    }
    return users.stream().sorted().toList();
  }

  private static String list(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /**
   * Removes the user's events and everything that is known of the user.
   *
   * @return whether the version had the user; then its snapshot is not of it any more
   */
  public boolean erase(DatasetVersion version, ErasedNames names, CancelSignal cancel) {
    long id = version.id();
    boolean written = written(id);
    if (!written) {
      List<Integer> users = database.read(session -> users(session, id, names));
      if (users.isEmpty()) {
        return false;
      }
      copy(id, users, cancel);
      database.write(session -> beside(session, version, users));
      database.checkpoint();
    }
    swap(id);
    return true;
  }

  private boolean written(long id) {
    return database.read(
        session ->
            session
                .first(
                    "select 1 from version_erasure where version_id = ? and erasure_id = ?",
                    row -> row.getInt(1),
                    id,
                    erasure)
                .isPresent());
  }

  private void copy(long id, List<Integer> users, CancelSignal cancel) {
    String gone = list(users);
    database.write(
        session -> {
          session.script(
              "drop table if exists %s; drop table if exists %s;"
                  .formatted(fresh("event", id), fresh("user", id)));
          session.script(VersionTables.events(fresh("event", id)));
          session.script(VersionTables.users(fresh("user", id)));
          return session.update(
              "insert into %s select %s, name, attributes from user_%d where no not in (%s)"
                  .formatted(fresh("user", id), shifted("no", users), id, gone));
        });
    long last =
        database.read(
            session ->
                session
                    .first("select max(seq) from event_" + id, row -> row.getLong(1))
                    .orElse(0L));
    String columns =
        database.read(session -> columns(session, id)).stream().collect(Collectors.joining(", "));
    long[] kept = new long[1];
    for (long from = 1; from <= last; from += CHUNK) {
      cancel.check();
      long first = from;
      kept[0] +=
          database.write(
              session ->
                  session.update(
                      """
                      insert into %1$s (seq, user_no, %2$s)
                      select ? + row_number() over (order by seq), %3$s, %2$s
                      from event_%4$d where seq between ? and ? and user_no not in (%5$s)
                      """
                          .formatted(
                              fresh("event", id), columns, shifted("user_no", users), id, gone),
                      kept[0],
                      first,
                      first + CHUNK - 1));
    }
  }

  /** The columns of events beside their own number and that of their user. */
  private static List<String> columns(Session session, long id) throws SQLException {
    return session.list(
        "select lower(column_name) from information_schema.columns where table_schema = 'PUBLIC'"
            + " and table_name = ? and column_name not in ('SEQ', 'USER_NO')"
            + " order by ordinal_position",
        row -> row.getString(1),
        "EVENT_" + id);
  }

  /** A number of users without those that go. */
  private static String shifted(String column, List<Integer> users) {
    return column
        + users.stream()
            .map(no -> " - case when %s > %d then 1 else 0 end".formatted(column, no))
            .collect(Collectors.joining());
  }

  private static String fresh(String table, long id) {
    return "%s_%d_without".formatted(table, id);
  }

  /**
   * Other tables of the version that name users, what the list says of it, and the mark that the
   * new tables are whole: from here on they are the version.
   */
  private int beside(Session session, DatasetVersion version, List<Integer> users)
      throws SQLException {
    String gone = list(users);
    List<String> tables =
        session.list(
            "select lower(table_name) from information_schema.columns where table_schema ="
                + " 'PUBLIC' and column_name = 'USER_NO' and table_name like ? and table_name <> ?",
            row -> row.getString(1),
            "%\\_" + version.id(),
            "EVENT_" + version.id());
    for (String table : tables) {
      session.update("delete from %s where user_no in (%s)".formatted(table, gone));
      session.update(
          "update %s set user_no = %s where user_no > %d"
              .formatted(table, shifted("user_no", users), users.getFirst()));
    }
    if (Knowledge.present(session, version.id()).contains(KnowledgeTables.REVIEW)) {
      session.update(
          "delete from %s where user_id in (select name from user_%d where no in (%s))"
              .formatted(KnowledgeTables.REVIEW.of(version.id()), version.id(), gone));
    }
    var unused =
        session.update(
            "insert into version_erasure (version_id, erasure_id, fingerprint) values (?, ?, ?)",
            version.id(),
            erasure,
            version.fingerprint());
    return describe(
        session, version.id(), fresh("event", version.id()), fresh("user", version.id()));
  }

  /**
   * Has the list say of a version what the new tables hold. It has no fingerprint until somebody
   * has read them: with the one of before it would be taken for a version that is damaged.
   */
  private int describe(Session session, long id, String events, String users) throws SQLException {
    session.update(
        """
        update erasure set events = events + coalesce((
          select v.events - (select count(*) from %s)
          from dataset_version v where v.id = ?), 0) where id = ?
        """
            .formatted(events),
        id,
        erasure);
    return session.update(
        """
        update dataset_version set events = (select count(*) from %s),
          users = (select count(*) from %s), fingerprint = '' where id = ?
        """
            .formatted(events, users),
        id);
  }

  private void swap(long id) {
    database.write(
        session -> {
          for (String table : List.of("event", "user")) {
            boolean waits =
                session
                    .first(
                        "select 1 from information_schema.tables where table_name = upper(?)",
                        row -> row.getInt(1),
                        fresh(table, id))
                    .isPresent();
            if (waits) {
              // with the views of queries on it
              session.script("drop table if exists %s_%d cascade".formatted(table, id));
              session.script(
                  "alter table %s rename to %s_%d".formatted(fresh(table, id), table, id));
            }
          }
          // once more: whoever marked the tables before an update of Aisle had not done it
          return describe(session, id, "event_" + id, "user_" + id);
        });
    database.checkpoint();
  }
}
