package io.aisle.store;

import io.aisle.domain.data.KnowledgeKind;
import io.aisle.domain.data.KnowledgeRow;
import io.aisle.domain.data.QueryRow;
import io.aisle.domain.data.ReviewRow;
import io.aisle.domain.data.TripleRow;
import io.aisle.domain.job.CancelSignal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
   * @param searched columns in which words are looked for
   */
  private record Shape<T>(KnowledgeTables table, List<String> searched, Session.Mapper<T> mapper) {}

  private static final Map<KnowledgeKind<?>, Shape<?>> SHAPES =
      Map.of(
          KnowledgeKind.QUERIES,
          new Shape<>(
              KnowledgeTables.SEARCH_QUERY,
              List.of("text", "external_id", "category"),
              row ->
                  new QueryRow(
                      row.getLong(1), row.getString(2), row.getString(3), row.getString(4))),
          KnowledgeKind.REVIEWS,
          new Shape<>(
              KnowledgeTables.REVIEW,
              List.of("user_id", "item_id", "title", "text"),
              KnowledgeRows::review),
          KnowledgeKind.TRIPLES,
          new Shape<>(
              KnowledgeTables.TRIPLE,
              List.of("head", "relation", "tail"),
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
   * item, the title or the text. Capital letters do not count.
   *
   * @param words empty: all rows
   */
  public long[] find(long version, KnowledgeKind<?> kind, String words) {
    KnowledgeTables table = shape(kind).table();
    String text = words.strip().toLowerCase(Locale.ROOT);
    return database.read(
        session -> {
          if (!Knowledge.present(session, version).contains(table)) {
            return new long[0];
          }
          return text.isEmpty()
              ? all(session, table.of(version))
              : having(session, table.of(version), shape(kind).searched(), text);
        });
  }

  /** Without gaps the keys are known from the ends, which costs no look at a row. */
  private static long[] all(Session session, String table) throws SQLException {
    long[] ends =
        session
            .first(
                "select count(*), min(seq), max(seq) from " + table,
                row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
            .orElseThrow();
    return ends[0] > 0 && ends[2] - ends[1] + 1 == ends[0]
        ? LongStream.rangeClosed(ends[1], ends[2]).toArray()
        : keys(session, "select seq from %s order by seq".formatted(table));
  }

  private static long[] having(Session session, String table, List<String> searched, String text)
      throws SQLException {
    String test =
        searched.stream()
            .map("locate(?, lower(%s)) > 0"::formatted)
            .collect(Collectors.joining(" or "));
    Object[] sought = new Object[searched.size()];
    Arrays.fill(sought, text);
    return keys(session, "select seq from %s where %s order by seq".formatted(table, test), sought);
  }

  private static long[] keys(Session session, String sql, Object... sought) throws SQLException {
    return session.list(sql, row -> row.getLong(1), sought).stream()
        .mapToLong(Long::longValue)
        .toArray();
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
    database.read(
        session -> {
          TableRows.of(
                  session.connection(), shape(kind).table().of(version).toUpperCase(Locale.ROOT))
              .scan(
                  keys[0],
                  keys[keys.length - 1],
                  row -> {
                    if (row.getValue(0).getLong() == keys[at[0]]) {
                      if (at[0]++ % CHECK_ROWS == 0) {
                        cancel.check();
                      }
                      give(row.getValue(column + 1), visitor);
                    }
                  });
          return null;
        });
  }

  private static void give(Value value, Visitor visitor) {
    switch (value.getValueType()) {
      case Value.NULL -> visitor.text(null);
      case Value.DOUBLE, Value.BIGINT -> visitor.number(value.getDouble());
      default -> visitor.text(value.getString());
    }
  }
}
