package io.aisle.store;

import io.aisle.domain.data.QueryRow;
import io.aisle.domain.data.ReviewRow;
import io.aisle.domain.data.TripleRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The queries, triples and reviews of versions, row by row. Their numbers have gaps where a version
 * was made of some rows of another, so that pages go by their keys. Thread-safe.
 */
public final class KnowledgeRows {
  private final Database database;

  public KnowledgeRows(Database database) {
    this.database = database;
  }

  /**
   * Keys of the queries whose text, id or category holds a text; capital letters do not count.
   *
   * @param words empty: all
   */
  public long[] queries(long version, String words) {
    return keys(version, KnowledgeTables.SEARCH_QUERY, words, "text", "external_id", "category");
  }

  /** Queries by their keys, in the order of the keys. */
  public List<QueryRow> queries(long version, long[] keys) {
    return rows(
        version,
        KnowledgeTables.SEARCH_QUERY,
        keys,
        row -> new QueryRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  /**
   * Keys of the triples whose head, relation or tail holds a text; capital letters do not count.
   *
   * @param words empty: all
   */
  public long[] triples(long version, String words) {
    return keys(version, KnowledgeTables.TRIPLE, words, "head", "relation", "tail");
  }

  /** Triples by their keys, in the order of the keys. */
  public List<TripleRow> triples(long version, long[] keys) {
    return rows(
        version,
        KnowledgeTables.TRIPLE,
        keys,
        row -> new TripleRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  /**
   * Keys of the reviews whose user, item, title or text holds a text; capital letters do not count.
   *
   * @param words empty: all
   */
  public long[] reviews(long version, String words) {
    return keys(version, KnowledgeTables.REVIEW, words, "user_id", "item_id", "title", "text");
  }

  /** Reviews by their keys, in the order of the keys. */
  public List<ReviewRow> reviews(long version, long[] keys) {
    return rows(version, KnowledgeTables.REVIEW, keys, KnowledgeRows::review);
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

  private long[] keys(long version, KnowledgeTables table, String words, String... columns) {
    String text = words.strip().toLowerCase(Locale.ROOT);
    StringBuilder having = new StringBuilder();
    for (String column : columns) {
      having.append(having.isEmpty() ? " where " : " or ");
      having.append("locate(?, lower(").append(column).append(")) > 0");
    }
    String sql =
        "select seq from %s%s order by seq"
            .formatted(table.of(version), text.isEmpty() ? "" : having);
    Object[] sought = new Object[text.isEmpty() ? 0 : columns.length];
    Arrays.fill(sought, text);
    return database
        .read(
            session ->
                Knowledge.present(session, version).contains(table)
                    ? session.list(sql, row -> row.getLong(1), sought)
                    : List.<Long>of())
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  private <T> List<T> rows(
      long version, KnowledgeTables table, long[] keys, Session.Mapper<T> mapper) {
    if (keys.length == 0) {
      return List.of();
    }
    return database.read(
        session ->
            session.list(
                """
                select k.*
                from unnest(cast(? as bigint array)) as wanted(seq)
                     join %s k on k.seq = wanted.seq
                order by k.seq
                """
                    .formatted(table.of(version)),
                mapper,
                (Object) Arrays.stream(keys).boxed().toArray(Long[]::new)));
  }
}
