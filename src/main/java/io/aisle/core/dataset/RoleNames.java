package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which header names are usual for which role, best first. */
final class RoleNames {
  private static final Map<ColumnRole, List<String>> USUAL = new EnumMap<>(ColumnRole.class);

  static {
    USUAL.put(
        ColumnRole.USER,
        List.of(
            "user",
            "userid",
            "customerid",
            "visitorid",
            "customer",
            "visitor",
            "shopper",
            "memberid",
            "uid"));
    USUAL.put(
        ColumnRole.ITEM,
        List.of(
            "item",
            "itemid",
            "productid",
            "movieid",
            "stockcode",
            "sku",
            "asin",
            "articleid",
            "product",
            "iid",
            "docid"));
    USUAL.put(
        ColumnRole.TIME,
        List.of(
            "time",
            "timestamp",
            "eventtime",
            "datetime",
            "invoicedate",
            "orderdate",
            "date",
            "ts"));
    USUAL.put(
        ColumnRole.KIND,
        List.of("kind", "event", "eventtype", "action", "behavior", "behaviour", "type"));
    USUAL.put(ColumnRole.VALUE, List.of("rating", "value", "score", "stars", "weight"));
    USUAL.put(
        ColumnRole.SESSION,
        List.of(
            "session", "sessionid", "usersession", "invoiceno", "invoice", "orderid", "basketid"));
    USUAL.put(ColumnRole.PRICE, List.of("price", "unitprice"));
    USUAL.put(ColumnRole.QUANTITY, List.of("quantity", "qty", "amount"));
    USUAL.put(ColumnRole.QUERY, List.of("query", "searchterm", "keywords"));
    USUAL.put(ColumnRole.POSITION, List.of("position", "rank"));
    USUAL.put(
        ColumnRole.TITLE,
        List.of(
            "title", "movietitle", "description", "name", "productname", "itemname", "itemtitle"));
    USUAL.put(
        ColumnRole.CATEGORY,
        List.of("category", "categorycode", "categoryid", "genres", "genre", "department"));
  }

  private RoleNames() {}

  /** The first of the role's usual names that a header has, as the header writes it. */
  static Optional<String> find(ColumnRole role, List<String> headers) {
    for (String usual : USUAL.get(role)) {
      for (String header : headers) {
        if (plain(header).equals(usual)) {
          return Optional.of(header);
        }
      }
    }
    return Optional.empty();
  }

  /** A header in small letters and digits alone. */
  static String plain(String header) {
    return header
        .toLowerCase(Locale.ROOT)
        .replaceFirst(":(token|float)(_seq)?$", "") // the type that RecBole's headers name
        .replaceAll("[^a-z0-9]", "");
  }
}
