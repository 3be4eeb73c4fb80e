package io.aisle.store;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.CellType;
import io.aisle.domain.data.TableHead;
import io.aisle.domain.job.CancelledException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A query that runs: its rows are read one after the other. Confined to one thread, which must
 * never be interrupted; {@link #cancel} and {@link #stopForMemory} can be called from any thread.
 */
public final class OpenQuery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenQuery.class);

  private final Connection connection;
  private final Statement statement;
  private final String sql;
  private final QueryAccess.Request request;
  private final Set<OpenQuery> running;
  private final long deadline;
  private volatile Stop stop = Stop.NONE;
  private List<TableHead> heads = List.of();
  private ResultSet rows;

  /** Who has stopped it. */
  private enum Stop {
    NONE,
    USER,
    MEMORY
  }

  private OpenQuery(
      Connection connection,
      Statement statement,
      String sql,
      QueryAccess.Request request,
      Set<OpenQuery> running) {
    this.connection = connection;
    this.statement = statement;
    this.sql = sql;
    this.request = request;
    this.running = running;
    this.deadline = System.nanoTime() + request.time().toNanos();
  }

  /**
   * @param connection closed with the query
   * @param path schemas of names that say none
   * @param running has the query in it until it is closed
   */
  static OpenQuery of(
      Connection connection,
      List<String> path,
      String sql,
      QueryAccess.Request request,
      Set<OpenQuery> running) {
    boolean made = false;
    try {
      Statement statement = connection.createStatement();
      String schemas =
          path.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
      statement.execute("set schema \"%s\"".formatted(path.getFirst()));
      statement.execute("set schema_search_path " + schemas);
      // rows are made as they are read, so that a long result is never whole in memory
      statement.execute("set lazy_query_execution true");
      statement.setEscapeProcessing(false);
      statement.setMaxRows(request.rows() == Integer.MAX_VALUE ? 0 : request.rows() + 1);
      statement.setQueryTimeout((int) Math.max(1, request.time().toSeconds()));
      OpenQuery query = new OpenQuery(connection, statement, sql, request, running);
      running.add(query);
      made = true;
      return query;
    } catch (SQLException e) {
      throw refused(e);
    } finally {
      if (!made) {
        close(connection);
      }
    }
  }

  /**
   * Runs it until its first row is there.
   *
   * @throws InputException when it is wrong, or takes longer than it may
   * @throws CancelledException after {@link #cancel}
   */
  public void run() {
    check();
    try {
      try (PreparedStatement prepared = connection.prepareStatement(sql)) {
        heads = heads(prepared.getMetaData());
      }
      check(); // H2 forgets a cancelling that comes before the statement runs
      rows = statement.executeQuery(request.order() == 0 ? sql : ordered());
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The query around the query; a line feed ends a comment that it may end with. */
  private String ordered() {
    String names =
        IntStream.rangeClosed(1, heads.size())
            .mapToObj(i -> "c" + i)
            .collect(Collectors.joining(", "));
    String direction = request.order() > 0 ? "asc" : "desc";
    return "select * from (%s\n) as q(%s) order by %d %s nulls last"
        .formatted(sql, names, Math.abs(request.order()), direction);
  }

  private static List<TableHead> heads(ResultSetMetaData meta) throws SQLException {
    List<TableHead> heads = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      heads.add(new TableHead(meta.getColumnLabel(i), QueryCells.type(meta.getColumnType(i))));
    }
    return heads;
  }

  /** The columns; after {@link #run}. */
  public List<TableHead> heads() {
    return heads;
  }

  /** Goes to the next row; false when there is none. */
  public boolean next() {
    check();
    try {
      return rows.next();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The cells of the row, see {@link CellType}; a new array. */
  public Object[] row() {
    try {
      Object[] cells = new Object[heads.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = QueryCells.cell(rows, i + 1, heads.get(i).type());
      }
      return cells;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void check() {
    if (stop != Stop.NONE) {
      throw stopped();
    }
    if (System.nanoTime() > deadline) {
      throw late();
    }
  }

  /** Stops it for the user; it ends with {@link CancelledException}. */
  public void cancel() {
    stop(Stop.USER);
  }

  /** Stops it because it takes the memory of the rest of the program. */
  public void stopForMemory() {
    stop(Stop.MEMORY);
  }

  private void stop(Stop reason) {
    stop = reason;
    try {
      statement.cancel(); // and never an interrupt, which would close the file
    } catch (SQLException e) {
      LOG.debug("nothing to stop: the query was closed meanwhile", e);
    }
  }

  private RuntimeException failure(SQLException e) {
    if (stop != Stop.NONE) {
      return stopped(); // whatever H2 makes of it, such as while the store is being closed
    }
    return e.getErrorCode() == ErrorCode.STATEMENT_WAS_CANCELED ? late() : refused(e);
  }

  private RuntimeException stopped() {
    if (stop == Stop.USER) {
      return new CancelledException();
    }
    return new InputException(
        "The query needs more memory than is free: ask for fewer groups or columns, or add"
            + " conditions.");
  }

  private InputException late() {
    return new InputException(
        "The query was stopped after %d s, the time that it may take: add conditions, or allow it more time."
            .formatted(request.time().toSeconds()));
  }

  private static RuntimeException refused(SQLException e) {
    return switch (e.getErrorCode()) {
      case ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1, ErrorCode.ADMIN_RIGHTS_REQUIRED ->
          new InputException(
              "The query reaches for more than the views: it can read events, items, users and the"
                  + " other views only.",
              e);
      case ErrorCode.OUT_OF_MEMORY, ErrorCode.DATABASE_IS_CLOSED ->
          new OperationException(
              "The store was closed while the query ran: start the program again.", e);
      default ->
          new InputException("The query cannot be run: %s".formatted(QueryCells.plain(e)), e);
    };
  }

  /** For the tests that go past the guard. */
  Connection connection() {
    return connection;
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  @Override
  public void close() {
    running.remove(this);
    close(connection);
  }
}
