package io.aisle.store;

/** The tables of one version. */
final class VersionTables {
  private VersionTables() {}

  static String create(long version) {
    return events("event_" + version)
        + users("user_" + version)
        + """
        create table item_%1$d (
          no int primary key, name varchar not null, title varchar not null, category varchar not null,
          attributes varchar);
        create table query_%1$d (no int primary key, text varchar not null);
        create table judgement_%1$d (
          seq bigint primary key, query_no int not null, item_no int not null, grade int not null);
        create table refused_%1$d (
          seq bigint primary key, file_no int not null, row_no bigint not null,
          column_name varchar not null, raw_line varchar not null);
        create table title_%1$d (item_no int not null, title varchar not null);
        """
            .formatted(version);
  }

  static String events(String name) {
    return """
    create table %s (
      seq bigint primary key, user_no int not null, item_no int not null, kind tinyint not null,
      millis bigint, session varchar, amount double precision, price double precision,
      quantity double precision, query varchar, position int);
    """
        .formatted(name);
  }

  static String users(String name) {
    return "create table %s (no int primary key, name varchar not null, attributes varchar);\n"
        .formatted(name);
  }

  /** With the views on them, should queries have been made of the version. */
  static String drop(long version) {
    return """
    drop table if exists event_%1$d cascade;
    drop table if exists user_%1$d cascade;
    drop table if exists item_%1$d cascade;
    drop table if exists query_%1$d cascade;
    drop table if exists judgement_%1$d cascade;
    drop table if exists refused_%1$d cascade;
    drop table if exists title_%1$d cascade;
    drop table if exists event_%1$d_without;
    drop table if exists user_%1$d_without;
    """
            .formatted(version)
        + KnowledgeTables.dropAll(version);
  }
}
