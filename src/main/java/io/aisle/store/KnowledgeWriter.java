package io.aisle.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.Map;

/** Adds queries, triples and reviews to a version, durable when it is closed in peace. */
public final class KnowledgeWriter implements AutoCloseable {
  private static final Map<KnowledgeTables, String> INSERT =
      Map.of(
          KnowledgeTables.SEARCH_QUERY, "insert into search_query_%d values (?, ?, ?, ?)",
          KnowledgeTables.TRIPLE, "insert into triple_%d values (?, ?, ?, ?)",
          KnowledgeTables.REVIEW, "insert into review_%d values (?, ?, ?, ?, ?, ?, ?)");

  private final Database database;
  private final Connection connection;
  private final long version;
  private final Map<KnowledgeTables, Batch> batches = new EnumMap<>(KnowledgeTables.class);
  private final Map<KnowledgeTables, Long> last = new EnumMap<>(KnowledgeTables.class);

  KnowledgeWriter(Database database, long version) {
    this.database = database;
    this.version = version;
    this.connection = database.connection();
  }

  /**
   * A review.
   *
   * @param rating NaN when absent
   * @param millis {@link EventValues#NO_TIME} when absent
   */
  public record Review(
      String user, String item, double rating, long millis, String title, String text) {}

  /**
   * @param id null when it has none, as is the category
   */
  public void query(String id, String text, String category) {
    add(KnowledgeTables.SEARCH_QUERY, id, text, category);
  }

  public void triple(String head, String relation, String tail) {
    add(KnowledgeTables.TRIPLE, head, relation, tail);
  }

  public void review(Review review) {
    add(
        KnowledgeTables.REVIEW,
        review.user(),
        review.item(),
        Double.isNaN(review.rating()) ? null : review.rating(),
        review.millis() == EventValues.NO_TIME ? null : review.millis(),
        review.title().isEmpty() ? null : review.title(),
        review.text());
  }

  private void add(KnowledgeTables table, Object... values) {
    try {
      Batch batch = batches.get(table);
      if (batch == null) {
        Session session = new Session(connection);
        session.script(table.create(version));
        last.put(
            table,
            session
                .first("select coalesce(max(seq), 0) from " + table.of(version), r -> r.getLong(1))
                .orElse(0L));
        batch = new Batch(connection, INSERT.get(table), version);
        batches.put(table, batch);
      }
      PreparedStatement row = batch.row();
      row.setLong(1, last.merge(table, 1L, Long::sum));
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          row.setNull(i + 2, Types.NULL);
        } else {
          row.setObject(i + 2, values[i]);
        }
      }
      batch.add();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      for (Batch batch : batches.values()) {
        batch.flush();
        batch.close();
      }
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }
}
