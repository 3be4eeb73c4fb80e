package io.aisle.store;

import io.aisle.domain.data.TableHead;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A store with one small version, and queries on it. */
final class QueryFixture implements AutoCloseable {
  final Database database;
  final QueryAccess access;
  final long version;

  QueryFixture(Path folder) {
    database = Database.open(folder);
    Versions versions = new Versions(database);
    version =
        versions
            .create(
                new StoredImport("Shop 7", "a.csv", "columns: {}", "", List.of()), Instant.EPOCH)
            .id();
    database.write(
        session -> {
          session.script(
              """
              insert into user_%1$d select x, 'u' || x, null from system_range(0, 4);
              insert into item_%1$d select x, 'i' || x, 'title ' || x, '', '{"colour":"red"}'
                from system_range(0, 9);
              insert into event_%1$d (seq, user_no, item_no, kind, millis, price)
                select x, mod(x, 5), mod(x * 7, 10), 2, 1000 * x, x / 4.0 from system_range(1, 1000);
              """
                  .formatted(version));
          return session.update("update dataset_version set events = 1000 where id = ?", version);
        });
    versions.complete(version, "f", null, null);
    access = new QueryAccess(database);
  }

  QueryAccess.Request request(String sql) {
    return new QueryAccess.Request(sql, version, 0, 1000, Duration.ofSeconds(20));
  }

  List<List<Object>> rows(String sql) {
    return rows(request(sql));
  }

  List<List<Object>> rows(QueryAccess.Request request) {
    List<List<Object>> found = new ArrayList<>();
    try (OpenQuery query = access.prepare(request, List::of)) {
      query.run();
      while (query.next()) {
        found.add(Arrays.asList(query.row()));
      }
    }
    return found;
  }

  List<String> heads(String sql) {
    try (OpenQuery query = access.prepare(request(sql), List::of)) {
      query.run();
      return query.heads().stream().map(TableHead::name).toList();
    }
  }

  /** Rows of a table, asked by the program itself. */
  long count(String table) {
    return database.read(
        session ->
            session.first("select count(*) from " + table, row -> row.getLong(1)).orElse(0L));
  }

  @Override
  public void close() {
    access.close();
    database.close();
  }
}
