package io.aisle.core.sql;

import io.aisle.core.export.TableFile;
import io.aisle.core.export.TableFormat;
import io.aisle.core.job.JobControl;
import io.aisle.core.training.Disk;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.QueryView;
import io.aisle.domain.data.TableHead;
import io.aisle.domain.job.Progress;
import io.aisle.store.Database;
import io.aisle.store.OpenQuery;
import io.aisle.store.QueryAccess;
import io.aisle.store.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs queries that can read the views of the store and nothing else. Every method that runs one
 * blocks; call it in a job, whose cancelling stops the query. Thread-safe. Threads that are inside
 * must never be interrupted.
 */
public final class SqlService implements AutoCloseable {
  /** Rows that a result for a table has at most. */
  public static final int SHOWN = 200_000;

  /** Rows between two looks at how far an export is. */
  private static final int TOLD = 5_000;

  private final QueryAccess access;
  private final Versions versions;
  private final Supplier<List<QueryAccess.RunEntry>> runs;
  private final Path spool;

  /**
   * @param runs the finished runs of the workspace; asked when a query reads them
   * @param spool folder in which results lie while they are looked at
   */
  public SqlService(Database database, Supplier<List<QueryAccess.RunEntry>> runs, Path spool) {
    this.access = new QueryAccess(database);
    this.versions = new Versions(database);
    this.runs = runs;
    this.spool = spool;
  }

  /** What can be read. */
  public List<QueryView> views() {
    return QueryAccess.views();
  }

  /** The schema of each complete version's views, by the version's id, in lower case. */
  public Map<Long, String> schemas() {
    Map<Long, String> lower = new HashMap<>();
    access.schemas().forEach((id, name) -> lower.put(id, name.toLowerCase(Locale.ENGLISH)));
    return lower;
  }

  /** The versions whose rows a query may give: the chosen one, and those whose schema it names. */
  public List<DatasetVersion> readBy(SqlQuery query) {
    Map<Long, String> names = schemas();
    String words = query.sql().toLowerCase(Locale.ENGLISH);
    return versions.list().stream()
        .filter(
            each ->
                each.id() == query.versionId()
                    || names.containsKey(each.id()) && words.contains(names.get(each.id())))
        .toList();
  }

  /**
   * Runs a query and keeps its rows, at most {@link #SHOWN}; the caller closes the result.
   *
   * @throws io.aisle.domain.InputException when it is wrong, does more than read views, takes too
   *     long or too much memory
   */
  public SqlResult run(SqlQuery query, JobControl control) {
    long start = System.nanoTime();
    SqlResult[] result = new SqlResult[1];
    read(
        query,
        SHOWN,
        control,
        (heads, rows) -> {
          Spool kept = new Spool(spool, heads);
          boolean done = false;
          try {
            boolean whole = kept.fill(rows, SHOWN);
            result[0] = new SqlResult(query, kept, whole, System.nanoTime() - start);
            done = true;
          } finally {
            if (!done) {
              kept.close();
            }
          }
        });
    return result[0];
  }

  /**
   * Runs a query and writes its rows into a file, whole or not at all.
   *
   * @param rows most rows to write
   * @return rows written
   * @throws io.aisle.domain.InputException as {@link #run}, or when the file's ending says no
   *     format
   */
  public long export(SqlQuery query, Path file, int rows, JobControl control) {
    TableFormat format = TableFormat.of(file);
    long[] written = new long[1];
    read(
        query,
        rows,
        control,
        (heads, source) ->
            TableFile.write(
                file,
                format,
                "query",
                heads,
                sink -> {
                  while (written[0] < rows && source.next()) {
                    sink.accept(source.row());
                    written[0]++;
                    if (written[0] % TOLD == 0) {
                      control.check();
                      control.at(new Progress("writing", written[0], 0));
                    }
                  }
                }));
    return written[0];
  }

  /**
   * Runs a query and hands its rows on as they come.
   *
   * @param begin gets the columns before the first row
   * @return whether these were all rows
   */
  public boolean stream(
      SqlQuery query,
      int rows,
      JobControl control,
      Consumer<List<TableHead>> begin,
      Consumer<Object[]> sink) {
    boolean[] whole = new boolean[1];
    read(
        query,
        rows,
        control,
        (heads, source) -> {
          begin.accept(heads);
          int count = 0;
          boolean more = source.next();
          while (more && count < rows) {
            sink.accept(source.row());
            count++;
            more = source.next();
          }
          whole[0] = !more;
        });
    return whole[0];
  }

  /** Takes the rows of a query that has begun. */
  @FunctionalInterface
  private interface Reader {
    void read(List<TableHead> heads, OpenQuery rows) throws IOException;
  }

  private void read(SqlQuery query, int rows, JobControl control, Reader reader) {
    control.check();
    QueryAccess.Request request =
        new QueryAccess.Request(query.sql(), query.versionId(), query.order(), rows, query.time());
    try (OpenQuery open = access.prepare(request, runs);
        HeapWatch _ = HeapWatch.start(open::stopForMemory)) {
      control.onCancel(open::cancel);
      open.run();
      reader.read(distinct(open.heads()), open);
    } catch (IOException e) {
      throw Disk.failure(spool, "written", e);
    } finally {
      control.onCancel(() -> {});
    }
  }

  /** Columns of the same name get a number; names of one letter case are no names of another. */
  private static List<TableHead> distinct(List<TableHead> heads) {
    Set<String> taken = new HashSet<>();
    List<TableHead> named = new ArrayList<>();
    for (TableHead head : heads) {
      String base = head.name().toLowerCase(Locale.ENGLISH);
      String name = base;
      for (int i = 2; !taken.add(name); i++) {
        name = base + "_" + i;
      }
      named.add(new TableHead(name, head.type()));
    }
    return named;
  }

  /** Stops whatever runs: to be called before the store is closed. */
  @Override
  public void close() {
    access.close();
  }
}
