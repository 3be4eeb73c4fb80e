package io.aisle.store;

import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.QueryView;
import io.aisle.domain.run.RunRecord;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets queries of the analyst read views of the store and nothing else: see {@link QueryGuard} and
 * {@link QueryViews}. Each runs on a connection of its own, as a user with a random password whose
 * only right is to read the schemas of the views. Thread-safe.
 */
public final class QueryAccess implements AutoCloseable {
  private final Database database;
  private final Versions versions;
  private final Map<Long, String> schemas = new LinkedHashMap<>();
  private final Set<OpenQuery> running = ConcurrentHashMap.newKeySet();
  private String password;

  public QueryAccess(Database database) {
    this.database = database;
    this.versions = new Versions(database);
  }

  /**
   * A run of the workspace.
   *
   * @param folder its name
   */
  public record RunEntry(String folder, RunRecord record) {}

  /**
   * What shall be run.
   *
   * @param versionId whose views have no schema before their names
   * @param order 1-based column to sort by, negative for the largest first; 0: as the query says
   * @param rows most rows that are wanted
   * @param time after which it is given up
   */
  public record Request(String sql, long versionId, int order, int rows, Duration time) {}

  /** The views with their columns. */
  public static List<QueryView> views() {
    return QueryViews.described();
  }

  /**
   * A query that can be run; the caller closes it.
   *
   * @param runs asked only when the query reads runs or metrics
   * @throws InputException when it does more than read views, or the version is not there
   */
  public OpenQuery prepare(Request request, Supplier<List<RunEntry>> runs) {
    QueryGuard.Passed query = QueryGuard.check(request.sql());
    boolean ofRuns =
        query.tokens().stream()
            .anyMatch(
                token ->
                    token.names()
                        && Set.of("RUNS", "METRICS")
                            .contains(token.text().toUpperCase(Locale.ENGLISH)));
    List<RunEntry> read = ofRuns ? runs.get() : List.of();
    synchronized (this) {
      refresh();
      if (ofRuns) {
        fill(read);
      }
      String schema = schemas.get(request.versionId());
      if (schema == null) {
        throw new InputException(
            "The data set version %d is not there any more: choose another."
                .formatted(request.versionId()));
      }
      return OpenQuery.of(
          database.connection(QueryViews.READER, password),
          QueryViews.path(schema, query.tokens()),
          query.sql(),
          request,
          running);
    }
  }

  /** The schema of each complete version's views, by the version's id. */
  public synchronized Map<Long, String> schemas() {
    refresh();
    return Map.copyOf(schemas);
  }

  private void refresh() {
    List<DatasetVersion> complete =
        versions.list().stream()
            .filter(version -> version.state() == DatasetVersion.State.COMPLETE)
            .toList();
    database.read(
        session -> {
          if (password == null) {
            QueryViews.dropAll(session);
            String made = random();
            session.script(QueryViews.createShared(made));
            password = made;
          }
          for (Long gone : List.copyOf(schemas.keySet())) {
            if (complete.stream().noneMatch(version -> version.id() == gone)) {
              session.script(QueryViews.drop(schemas.get(gone)));
              session.update("delete from query_data.version_schema where id = ?", gone);
              schemas.remove(gone);
            }
          }
          for (DatasetVersion version : complete.reversed()) {
            if (!schemas.containsKey(version.id())) {
              String schema = schema(version);
              session.script(
                  QueryViews.create(
                      schema,
                      version.id(),
                      version.judgements() > 0,
                      Knowledge.present(session, version.id())));
              session.update(
                  "insert into query_data.version_schema values (?, ?)", version.id(), schema);
              schemas.put(version.id(), schema);
            }
          }
          return schemas.size();
        });
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Letters and digits of the data set's name and the version, as {@code ONLINE_RETAIL_V1}. */
  private String schema(DatasetVersion version) {
    String plain = version.dataset().replaceAll("[^\\p{L}\\p{Nd}]", "_");
    String name =
        (Character.isLetter(plain.charAt(0)) ? plain : "D_" + plain).toUpperCase(Locale.ENGLISH)
            + "_V"
            + version.version();
    return schemas.containsValue(name) ? name + "_" + version.id() : name;
  }

  private void fill(List<RunEntry> runs) {
    database.write(
        session -> {
          session.update("delete from query_data.run");
          session.update("delete from query_data.metric");
          Connection connection = session.connection();
          try (PreparedStatement run =
                  connection.prepareStatement(
                      "insert into query_data.run values (?,?,?,?,?,?,?,?,?,?,?,?,?)");
              PreparedStatement metric =
                  connection.prepareStatement("insert into query_data.metric values (?,?,?,?)")) {
            for (RunEntry each : runs) {
              add(run, each);
              add(metric, each.folder(), "valid", each.record().metrics().valid());
              add(metric, each.folder(), "test", each.record().metrics().test());
            }
            run.executeBatch();
            metric.executeBatch();
          }
          return runs.size();
        });
  }

  private static void add(PreparedStatement insert, RunEntry entry) throws SQLException {
    RunRecord run = entry.record();
    Object[] cells = {
      entry.folder(),
      run.name(),
      run.modelId(),
      run.dataset(),
      run.protocolHash(),
      run.seed(),
      run.epochs(),
      run.bestEpoch(),
      run.seconds() == null ? null : run.seconds().train(),
      run.seconds() == null ? null : run.seconds().evaluate(),
      run.peakMemoryMb(),
      run.device(),
      run.finished() == null ? null : run.finished().toEpochMilli()
    };
    for (int i = 0; i < cells.length; i++) {
      insert.setObject(i + 1, cells[i]);
    }
    insert.addBatch();
  }

  private static void add(
      PreparedStatement insert, String folder, String part, Map<String, Double> metrics)
      throws SQLException {
    for (Map.Entry<String, Double> each : metrics.entrySet()) {
      insert.setString(1, folder);
      insert.setString(2, part);
      insert.setString(3, each.getKey());
      insert.setObject(4, each.getValue());
      insert.addBatch();
    }
  }

  /** Stops whatever runs: to be called before the store is closed. */
  @Override
  public void close() {
    running.forEach(OpenQuery::cancel);
  }
}
