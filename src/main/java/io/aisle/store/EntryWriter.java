package io.aisle.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.value.ValueInteger;

/**
 * Fills the dictionaries of a version, in the transaction of its {@link VersionWriter}. Confined to
 * the thread of the import.
 */
public final class EntryWriter implements AutoCloseable {
  private static final int NAME = 1;
  private static final int USER_ATTRIBUTES = 2;
  private static final int ITEM_ATTRIBUTES = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;
  private final TableRows users;
  private final TableRows items;
  private final Batch renamed;
  private final Batch titles;
  private Counts counts;

  /** How many entries there are. */
  record Counts(int users, int items) {}

  EntryWriter(Database database, Connection connection, long version, Counts counts) {
    this.database = database;
    this.counts = counts;
    try {
      users = TableRows.of(connection, "USER_" + version);
      items = TableRows.of(connection, "ITEM_" + version);
      renamed =
          new Batch(connection, "update item_%d set title = ?, category = ? where no = ?", version);
      titles = new Batch(connection, "insert into title_%d values (?, ?)", version);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  Counts counts() {
    return counts;
  }

  /** The next entry of the dictionary of users; numbers count from 0 without gaps. */
  public void user(int no, String name) {
    user(no, name, null);
  }

  /**
   * As {@link #user(int, String)}.
   *
   * @param attributes as JSON; null when none are known
   */
  public void user(int no, String name, String attributes) {
    put(no, name, attributes);
    counts = new Counts(no + 1, counts.items());
  }

  private void put(int no, String user, String attributes) {
    users.put(no, ValueInteger.get(no), TableRows.text(user), TableRows.text(attributes));
  }

  /** The next entry of the dictionary of items. */
  public void item(int no, ItemName item) {
    itemWithJson(no, item, null);
  }

  /** As {@link #item(int, ItemName)}, with what an item file says of it; kept as JSON. */
  public void item(int no, ItemName item, Map<String, String> attributes) {
    itemWithJson(no, item, json(attributes));
  }

  /**
   * As {@link #item(int, ItemName)}.
   *
   * @param attributes as JSON; null when none are known
   */
  public void itemWithJson(int no, ItemName item, String attributes) {
    put(no, item, attributes);
    counts = new Counts(counts.users(), no + 1);
  }

  private void put(int no, ItemName item, String attributes) {
    items.put(
        no,
        ValueInteger.get(no),
        TableRows.text(item.name()),
        TableRows.text(item.title()),
        TableRows.text(item.category()),
        TableRows.text(attributes));
  }

  /** A title or category that a later row made known. */
  public void rename(int no, ItemName item) {
    try {
      renamed.row().setString(1, item.title());
      renamed.row().setString(2, item.category());
      renamed.row().setInt(3, no);
      renamed.add();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /** A title of an item beside the one that it keeps. */
  public void otherTitle(int no, String title) {
    try {
      titles.row().setInt(1, no);
      titles.row().setString(2, title);
      titles.add();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /**
   * What an item file says about an item; attributes are kept as JSON, beside those that are known
   * and that it does not name.
   */
  public void describeItem(int no, ItemName item, Map<String, String> attributes) {
    put(no, item, with(items.text(no, ITEM_ATTRIBUTES), attributes));
  }

  /**
   * What a user file says about a user; attributes are kept as JSON, beside those that are known
   * and that it does not name.
   */
  public void describeUser(int no, Map<String, String> attributes) {
    put(no, users.text(no, NAME), with(users.text(no, USER_ATTRIBUTES), attributes));
  }

  private static String with(String known, Map<String, String> attributes) {
    if (known == null) {
      return json(attributes);
    }
    Map<String, String> all = new LinkedHashMap<>(Catalogues.attributesOf(known));
    all.putAll(attributes);
    return json(all);
  }

  private static String json(Map<String, String> attributes) {
    try {
      return JSON.writeValueAsString(attributes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written", e);
    }
  }

  void changed() {
    users.changed();
    items.changed();
  }

  void flush() throws SQLException {
    renamed.flush();
    titles.flush();
  }

  @Override
  public void close() throws SQLException {
    try (renamed;
        titles) {
      // closed in the end
    }
  }
}
