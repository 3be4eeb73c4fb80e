package io.aisle.store;

import java.util.Locale;

/** The tables of what a version has beside events, catalogue and grades; made when needed. */
enum KnowledgeTables {
  /** The queries of a file of queries. */
  SEARCH_QUERY(
      "seq bigint primary key, external_id varchar, text varchar not null, category varchar", ""),
  TRIPLE(
      "seq bigint primary key, head varchar not null, relation varchar not null, tail varchar not"
          + " null",
      ""),
  /** Names, not numbers: a version that is made of another keeps those of its users and items. */
  REVIEW(
      "seq bigint primary key, user_id varchar not null, item_id varchar not null, rating double"
          + " precision, millis bigint, title varchar, text varchar not null",
      " where user_id in (select name from user_%1$d) and item_id in (select name from item_%1$d)");

  private final String columns;
  private final String left;

  /**
   * @param left which rows are left in a version that is made of another, which %1$d stands for
   */
  KnowledgeTables(String columns, String left) {
    this.columns = columns;
    this.left = left;
  }

  /** Name of the table of a version. */
  String of(long version) {
    return name().toLowerCase(Locale.ROOT) + "_" + version;
  }

  String create(long version) {
    return "create table if not exists %s (%s)".formatted(of(version), columns);
  }

  String drop(long version) {
    return "drop table if exists %s cascade".formatted(of(version));
  }

  /** Takes over what is left of another version's rows. */
  String copy(long from, long to) {
    return "insert into %s select * from %s%s".formatted(of(to), of(from), left.formatted(to));
  }

  /** Statements that remove all of a version. */
  static String dropAll(long version) {
    StringBuilder statements = new StringBuilder();
    for (KnowledgeTables table : values()) {
      statements.append(table.drop(version)).append(";\n");
    }
    return statements.toString();
  }
}
