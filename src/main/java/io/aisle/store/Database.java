package io.aisle.store;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStoreException;

/**
 * The data base of a workspace: an H2 file that one process holds. Thread-safe; every call takes a
 * connection of its own.
 *
 * <p>A thread must not be interrupted while it is inside: that closes the file under everyone. The
 * {@code retry:} file system reopens it should it happen all the same, for reads of the calling
 * thread at least (tested).
 */
public final class Database implements AutoCloseable {
  /** Larger ones make an import no faster and stay resident: docs/decisions/0012. */
  private static final int CACHE_KB = 16 * 1024;

  /**
   * H2 writes the rows of a result that has more than some tens of thousands of them into the
   * system's folder for temporary files, in plain text, and they stay there when the process is
   * killed. No setting says another folder, and sorting a million rows there takes minutes; so
   * results are kept in memory, and whoever lets others ask watches that (docs/sql.md).
   */
  private static final String RESULTS_IN_MEMORY =
      "set max_memory_rows %d".formatted(Integer.MAX_VALUE);

  private final WorkspaceLock lock;
  private final JdbcDataSource source;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private volatile JdbcConnectionPool pool;
  private final Path folder;

  /** What the store was before this program changed its schema. */
  private Optional<MigrationBackup> before = Optional.empty();

  private Database(
      WorkspaceLock lock, JdbcDataSource source, JdbcConnectionPool pool, Path folder) {
    this.lock = lock;
    this.source = source;
    this.pool = pool;
    this.folder = folder;
  }

  /**
   * Opens or creates the store in a folder. Imports that a crash cut off become {@code
   * INTERRUPTED}.
   *
   * @throws OperationException when another process holds it, naming its pid, or when it cannot be
   *     opened
   */
  public static Database open(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    // before anything is touched: it may ask for a passphrase. Closed by us and not by a shutdown
    // hook, which would race with a job that is still writing
    JdbcDataSource source =
        StoreSource.of(
            home,
            // no trace of H2's own: it would write statements that fail, with what stands in them
            ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE=%d".formatted(CACHE_KB),
            "aisle",
            "");
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new OperationException(
          "The workspace folder %s cannot be made (%s): choose another with --workspace."
              .formatted(home, e.getMessage()),
          OpeningFault.of(OpeningFault.Kind.UNWRITABLE, e));
    }
    WorkspaceLock lock = WorkspaceLock.acquire(home);
    JdbcConnectionPool pool = JdbcConnectionPool.create(source);
    Database database = new Database(lock, source, pool, home);
    boolean opened = false;
    try {
      StoreGuard.check(home);
      database.begin();
      opened = true;
      return database;
    } catch (RuntimeException e) {
      pool.dispose(); // with its last connection the file is closed
      if (database.before.isPresent()) {
        throw database.before.get().putBack(e);
      }
      throw e;
    } finally {
      if (!opened) {
        pool.dispose();
        lock.close();
      }
    }
  }

  private void begin() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(RESULTS_IN_MEMORY); // the first that needs the file to be sound
    } catch (SQLException e) {
      throw StoreDamage.atStart(folder, e);
    }
    before = write(this::copiedBefore);
    write(
        session -> {
          QueryViews.dropAll(session); // a migration may change what is under them
          Migrations.run(session);
          return session.update(
              "update dataset_version set state = 'INTERRUPTED' where state = 'IMPORTING'");
        });
  }

  private Optional<MigrationBackup> copiedBefore(Session session) throws SQLException {
    int have = Migrations.have(session);
    return have > 0 && have < Migrations.newest()
        ? Optional.of(MigrationBackup.write(session, folder, Migrations.newest()))
        : Optional.empty();
  }

  /** Statements in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Session session) throws SQLException;
  }

  <T> T read(Work<T> work) {
    use.readLock().lock();
    try (Connection connection = pool.getConnection()) {
      return work.run(new Session(connection));
    } catch (SQLException | MVStoreException e) {
      throw failure(e);
    } finally {
      use.readLock().unlock();
    }
  }

  /** Commits when the work returns, rolls back when it throws. */
  <T> T write(Work<T> work) {
    use.readLock().lock();
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.run(new Session(connection));
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException | MVStoreException e) {
      throw failure(e);
    } finally {
      use.readLock().unlock();
    }
  }

  /**
   * Writes the file anew with nothing but what is in use: rows that were deleted stand in it until
   * then. Whoever reads or writes meanwhile waits.
   *
   * @throws OperationException when an import or a query is under way
   */
  public void compact() {
    use.writeLock().lock();
    try {
      pool.dispose();
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        long others =
            new Session(connection)
                .first(
                    "select count(*) - 1 from information_schema.sessions", row -> row.getLong(1))
                .orElse(0L);
        if (others > 0) {
          throw new OperationException(
              "An import or a query is under way, so the store cannot be compacted: end it and try"
                  + " again.");
        }
        statement.execute("shutdown compact");
      } finally {
        pool = JdbcConnectionPool.create(source);
      }
      try (Connection connection = pool.getConnection()) {
        connection.rollback(); // it opens again
      }
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      use.writeLock().unlock();
    }
  }

  /** A connection for a long import; the caller closes it. */
  Connection connection() {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** A connection of another user than the program itself; the caller closes it. */
  Connection connection(String user, String password) {
    try {
      return StoreSource.of(folder, "", user, password).getConnection();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Forces everything that was committed to the disk; commits alone reach it half a second later.
   */
  void checkpoint() {
    read(session -> session.update("checkpoint sync"));
  }

  OperationException failure(Exception cause) {
    return StoreDamage.failure(folder, cause);
  }

  @Override
  public void close() {
    pool.dispose();
    // a connection outside the pool, which would complain that the data base is gone
    try (lock;
        Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
