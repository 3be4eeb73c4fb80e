package io.aisle.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.JudgementRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The items of versions with all that is known of them, and the grades. Thread-safe. */
public final class Catalogues {
  static final String DAMAGED =
      "The attributes of an item are damaged in the store: remove the version and import it again.";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;

  public Catalogues(Database database) {
    this.database = database;
  }

  /** A page of items, by {@code seq} from 1. */
  public List<ItemRow> items(long version, long from, int count) {
    return database.read(
        session ->
            session.list(
                "select no, name, title, category, attributes from item_%d where no between ? and ? order by no"
                    .formatted(version),
                Catalogues::item,
                from - 1,
                from + count - 2));
  }

  /**
   * Numbers of the items whose id or title holds a text; capital letters do not count.
   *
   * @param words empty: any
   */
  public long[] find(long version, String words) {
    String text = words.strip().toLowerCase(Locale.ROOT);
    return database
        .read(
            session ->
                session.list(
                    "select no from item_%d where locate(?, lower(name)) > 0 or locate(?, lower(title)) > 0 order by no"
                        .formatted(version),
                    row -> row.getLong(1),
                    text,
                    text))
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  /** Items by their numbers, in that order. */
  public List<ItemRow> items(long version, long[] numbers) {
    return database.read(
        session ->
            session.list(
                """
                select i.no, i.name, i.title, i.category, i.attributes
                from unnest(cast(? as bigint array)) as n(no) join item_%d i on i.no = n.no
                order by i.no
                """
                    .formatted(version),
                Catalogues::item,
                (Object) Arrays.stream(numbers).boxed().toArray(Long[]::new)));
  }

  /** The attributes of all users that have any, by external id. */
  public Map<String, Map<String, String>> userAttributes(long version) {
    Map<String, Map<String, String>> byId = new LinkedHashMap<>();
    database.read(
        session ->
            session.list(
                "select name, attributes from user_%d where attributes is not null order by no"
                    .formatted(version),
                row -> byId.put(row.getString(1), attributesOf(row.getString(2)))));
    return byId;
  }

  private static ItemRow item(ResultSet row) throws SQLException {
    return new ItemRow(
        row.getInt(1) + 1L,
        row.getString(2),
        known(row.getString(3)),
        known(row.getString(4)),
        attributesOf(row.getString(5)));
  }

  private static String known(String text) {
    return text.isEmpty() ? null : text;
  }

  static Map<String, String> attributesOf(String json) {
    if (json == null) {
      return Map.of();
    }
    try {
      return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new OperationException(DAMAGED, e);
    }
  }

  /** A page of grades, by {@code seq} from 1. */
  public List<JudgementRow> judgements(DatasetVersion version, long from, int count) {
    if (version.judgements() == 0) {
      return List.of(); // versions from before there were grades have no tables for them
    }
    return database.read(
        session ->
            session.list(
                """
                select j.seq, q.text, i.name, i.title, j.grade
                from judgement_%1$d j join query_%1$d q on q.no = j.query_no
                     join item_%1$d i on i.no = j.item_no
                where j.seq between ? and ? order by j.seq
                """
                    .formatted(version.id()),
                row ->
                    new JudgementRow(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        known(row.getString(4)),
                        row.getInt(5)),
                from,
                from + count - 1));
  }
}
