package io.aisle.store;

import io.aisle.domain.job.CancelSignal;
import java.util.List;
import java.util.function.Consumer;

/** Reads the dictionaries and grades of versions with all that is kept there. Thread-safe. */
public final class EntryScan {
  private static final int PAGE = 50_000;

  /** Items may have much text each. */
  private static final int ITEM_PAGE = 2_000;

  private final Database database;

  public EntryScan(Database database) {
    this.database = database;
  }

  /**
   * @param attributes as JSON; null when none are known
   */
  public record User(int no, String name, String attributes) {}

  /**
   * @param attributes as JSON; null when none are known
   */
  public record Item(int no, ItemName item, String attributes) {}

  /**
   * @param query number of the query
   */
  public record Grade(int query, int item, int grade) {}

  /** Users in the order of their numbers. */
  public void users(long version, int count, CancelSignal cancel, Consumer<User> visitor) {
    pages(
        "select no, name, attributes from user_%d where no between ? and ? order by no",
        version,
        0,
        count,
        PAGE,
        row -> new User(row.getInt(1), row.getString(2), row.getString(3)),
        cancel,
        visitor);
  }

  /** Items in the order of their numbers. */
  public void items(long version, int count, CancelSignal cancel, Consumer<Item> visitor) {
    pages(
        "select no, name, title, category, attributes from item_%d where no between ? and ? order"
            + " by no",
        version,
        0,
        count,
        ITEM_PAGE,
        row ->
            new Item(
                row.getInt(1),
                new ItemName(row.getString(2), row.getString(3), row.getString(4)),
                row.getString(5)),
        cancel,
        visitor);
  }

  /** The texts of queries in the order of their numbers. */
  public void queries(long version, int count, CancelSignal cancel, Consumer<String> visitor) {
    pages(
        "select text from query_%d where no between ? and ? order by no",
        version, 0, count, PAGE, row -> row.getString(1), cancel, visitor);
  }

  /** Grades in their order. */
  public void grades(long version, long count, CancelSignal cancel, Consumer<Grade> visitor) {
    pages(
        "select query_no, item_no, grade from judgement_%d where seq between ? and ? order by seq",
        version,
        1,
        count,
        PAGE,
        row -> new Grade(row.getInt(1), row.getInt(2), row.getInt(3)),
        cancel,
        visitor);
  }

  private <T> void pages(
      String sql,
      long version,
      long first,
      long count,
      int size,
      Session.Mapper<T> mapper,
      CancelSignal cancel,
      Consumer<T> visitor) {
    for (long at = first; at < first + count; at += size) {
      cancel.check();
      long from = at;
      List<T> page =
          database.read(
              session -> session.list(sql.formatted(version), mapper, from, from + size - 1));
      page.forEach(visitor);
    }
  }
}
