package io.aisle.store;

import io.aisle.domain.data.KnowledgeKind;
import io.aisle.domain.data.KnowledgeRow;
import io.aisle.domain.data.QueryRow;
import io.aisle.domain.data.ReviewRow;
import io.aisle.domain.data.TripleRow;
import io.aisle.domain.job.CancelSignal;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.h2.result.SearchRow;
import org.h2.value.Value;

/**
 * The queries, triples and reviews of versions, row by row. Their numbers have gaps where a version
 * was made of some rows of another, so that pages go by their keys. Thread-safe.
 */
public final class KnowledgeRows {
  private static final int CHECK_ROWS = 10_000;

  /**
   * Where rows of a kind stand.
   *
   * @param searched places of the columns in which words are looked for
   */
  private record Shape<T>(
      KnowledgeTables table, List<Integer> searched, Session.Mapper<T> mapper) {}

  private static final Map<KnowledgeKind<?>, Shape<?>> SHAPES =
      Map.of(
          KnowledgeKind.QUERIES,
          new Shape<>(
              KnowledgeTables.SEARCH_QUERY,
              List.of(1, 2, 3),
              row ->
                  new QueryRow(
                      row.getLong(1), row.getString(2), row.getString(3), row.getString(4))),
          KnowledgeKind.REVIEWS,
          new Shape<>(KnowledgeTables.REVIEW, List.of(1, 2, 5, 6), KnowledgeRows::review),
          KnowledgeKind.TRIPLES,
          new Shape<>(
              KnowledgeTables.TRIPLE,
              List.of(1, 2, 3),
              row ->
                  new TripleRow(
                      row.getLong(1), row.getString(2), row.getString(3), row.getString(4))));

  private final Database database;

  public KnowledgeRows(Database database) {
    this.database = database;
  }

  @SuppressWarnings("unchecked")
  private static <T extends KnowledgeRow> Shape<T> shape(KnowledgeKind<T> kind) {
    return (Shape<T>) SHAPES.get(kind); // which has rows of the kind under it
  }

  private static ReviewRow review(ResultSet row) throws SQLException {
    double rating = row.getDouble(4);
    boolean rated = !row.wasNull();
    long millis = row.getLong(5);
    boolean timed = !row.wasNull();
    return new ReviewRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        rated ? rating : Double.NaN,
        timed ? Instant.ofEpochMilli(millis) : null,
        row.getString(6),
        row.getString(7));
  }

  /**
   * Keys of the rows that hold a text, in the order of the file: of queries in the text, the id or
   * the category; of triples in the head, the relation or the tail; of reviews in the user, the
   * item, the title or the text. Capital letters do not count. No more than the keys is kept: 8
   * bytes a row.
   *
   * @param words empty: all rows
   */
  public long[] find(long version, KnowledgeKind<?> kind, String words, CancelSignal cancel) {
    KnowledgeTables table = shape(kind).table();
    String text = words.strip().toLowerCase(Locale.ROOT);
    return database.read(
        session -> {
          if (!Knowledge.present(session, version).contains(table)) {
            return new long[0];
          }
          return text.isEmpty()
              ? all(session, table.of(version), cancel)
              : keys(session, table.of(version), row -> has(row, shape(kind), text), cancel);
        });
  }

  /** Without gaps the keys are known from the ends, which costs no look at a row. */
  private static long[] all(Session session, String table, CancelSignal cancel)
      throws SQLException {
    long[] ends =
        session
            .first(
                "select count(*), min(seq), max(seq) from " + table,
                row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
            .orElseThrow();
    return ends[0] > 0 && ends[2] - ends[1] + 1 == ends[0]
        ? LongStream.rangeClosed(ends[1], ends[2]).toArray()
        : keys(session, table, row -> true, cancel);
  }

  private static boolean has(SearchRow row, Shape<?> shape, String text) {
    for (int column : shape.searched()) {
      String value = row.getValue(column).getString();
      if (value != null && value.toLowerCase(Locale.ROOT).contains(text)) {
        return true;
      }
    }
    return false;
  }

  /** Past SQL, which would hold the whole result, each key in an object. */
  private static long[] keys(
      Session session, String table, Predicate<SearchRow> wanted, CancelSignal cancel)
      throws SQLException {
    LongArrayList keys = new LongArrayList();
    Checked looks = new Checked(cancel);
    rows(session, table)
        .scan(
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            row -> {
              looks.next();
              if (wanted.test(row)) {
                keys.add(row.getValue(0).getLong());
              }
            });
    return keys.toLongArray();
  }

  private static TableRows rows(Session session, String table) throws SQLException {
    return TableRows.of(session.connection(), table.toUpperCase(Locale.ROOT));
  }

  /** Rows by their keys, in the order of the keys. */
  public <T extends KnowledgeRow> List<T> rows(long version, KnowledgeKind<T> kind, long[] keys) {
    if (keys.length == 0) {
      return List.of();
    }
    Shape<T> shape = shape(kind);
    return database.read(
        session ->
            session.list(
                """
                select k.*
                from unnest(cast(? as bigint array)) with ordinality as wanted(seq, place)
                     join %s k on k.seq = wanted.seq
                order by wanted.place
                """
                    .formatted(shape.table().of(version)),
                shape.mapper(),
                (Object) Arrays.stream(keys).boxed().toArray(Long[]::new)));
  }

  /** Takes the value of a column of one row after the other. */
  public interface Visitor {
    /**
     * @param text null when there is none
     */
    void text(String text);

    /**
     * @param number NaN when there is none
     */
    void number(double number);
  }

  /**
   * The values of a column of some rows, one after the other, past SQL: no more than one row is in
   * memory.
   *
   * @param column place among those of the kind, from 0
   * @param keys of rows, ascending
   */
  public void values(
      long version,
      KnowledgeKind<?> kind,
      int column,
      long[] keys,
      CancelSignal cancel,
      Visitor visitor) {
    if (keys.length == 0) {
      return;
    }
    int[] at = {0};
    Checked looks = new Checked(cancel);
    database.read(
        session -> {
          rows(session, shape(kind).table().of(version))
              .scan(
                  keys[0],
                  keys[keys.length - 1],
                  row -> {
                    looks.next();
                    if (row.getValue(0).getLong() == keys[at[0]]) {
                      at[0]++;
                      give(row.getValue(column + 1), visitor);
                    }
                  });
          return null;
        });
  }

  /** Looks at the cancel signal now and then. */
  private static final class Checked {
    private final CancelSignal cancel;
    private int rows;

    Checked(CancelSignal cancel) {
      this.cancel = cancel;
    }

    void next() {
      if (rows++ % CHECK_ROWS == 0) {
        cancel.check();
      }
    }
  }

  private static void give(Value value, Visitor visitor) {
    switch (value.getValueType()) {
      case Value.NULL -> visitor.text(null);
      case Value.DOUBLE, Value.BIGINT -> visitor.number(value.getDouble());
      default -> visitor.text(value.getString());
    }
  }
}
