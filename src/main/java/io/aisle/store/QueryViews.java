package io.aisle.store;

import io.aisle.domain.data.QueryView;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The views that queries read: those on a version in a schema of its own, those on the workspace in
 * another. They last as long as the store is open, so that no table that a later program changes
 * has a view on it.
 */
final class QueryViews {
  /** Schema of the views on the whole workspace. */
  static final String SHARED = "WORKSPACE";

  /** The user who can read the views and nothing else. */
  static final String READER = "AISLE_READER";

  private static final QueryColumns EVENTS =
      QueryColumns.of(
          "events",
          false,
          """
          seq whole e.seq
          user_id text u.name
          item_id text i.name
          title text nullif(i.title, '')
          category text nullif(i.category, '')
          kind text kind e.kind
          time time instant e.millis
          session text e.session
          amount number e.amount
          price number e.price
          quantity number e.quantity
          query text e.query
          position whole e.position
          user_no whole e.user_no
          item_no whole e.item_no
          """);

  private static final QueryColumns ITEMS =
      QueryColumns.of(
          "items",
          false,
          """
          item_no whole no
          item_id text name
          title text nullif(title, '')
          category text nullif(category, '')
          attributes text attributes
          """);

  private static final QueryColumns USERS =
      QueryColumns.of(
          "users",
          false,
          """
          user_no whole no
          user_id text name
          attributes text attributes
          """);

  private static final QueryColumns JUDGEMENTS =
      QueryColumns.of(
          "judgements",
          false,
          """
          seq whole j.seq
          query text q.text
          item_id text i.name
          title text nullif(i.title, '')
          grade whole j.grade
          """);

  private static final Map<KnowledgeTables, QueryColumns> KNOWLEDGE =
      new EnumMap<>(
          Map.of(
              KnowledgeTables.SEARCH_QUERY,
              QueryColumns.of(
                  "queries",
                  false,
                  """
                  seq whole k.seq
                  query_id text k.external_id
                  query text k.text
                  category text k.category
                  """),
              KnowledgeTables.TRIPLE,
              QueryColumns.of(
                  "triples",
                  false,
                  """
                  seq whole k.seq
                  head text k.head
                  relation text k.relation
                  tail text k.tail
                  """),
              KnowledgeTables.REVIEW,
              QueryColumns.of(
                  "reviews",
                  false,
                  """
                  seq whole k.seq
                  user_id text k.user_id
                  item_id text k.item_id
                  rating number k.rating
                  time time instant k.millis
                  headline text k.title
                  review text k.text
                  """)));

  private static final QueryColumns VERSIONS =
      QueryColumns.of(
          "versions",
          true,
          """
          dataset text d.dataset
          version whole d.version
          schema_name text lower(s.name)
          source text d.source
          imported time cast(d.imported at time zone 'UTC' as timestamp)
          events whole d.events
          users whole d.users
          items whole d.items
          first_time time instant d.first_time
          last_time time instant d.last_time
          licence text d.licence
          making text coalesce(lower(o.making), 'import')
          parent text nullif(o.parent, '')
          note text nullif(d.note, '')
          """);

  static final QueryColumns RUNS =
      QueryColumns.of(
          "runs",
          true,
          """
          folder text folder
          name text name
          model text model
          dataset text dataset
          protocol text protocol
          seed whole seed
          epochs whole epochs
          best_epoch whole best_epoch
          train_seconds number train_seconds
          evaluate_seconds number evaluate_seconds
          peak_memory_mb whole peak_memory_mb
          device text device
          finished time instant finished
          """);

  static final QueryColumns METRICS =
      QueryColumns.of(
          "metrics",
          true,
          """
          folder text folder
          part text part
          metric text metric
          mean number mean
          """);

  /** How the events are joined, by the letter behind the schema's name; "" joins everything. */
  private enum Slim {
    ALL("", true, true),
    USERS("$U", true, false),
    ITEMS("$I", false, true),
    NUMBERS("$N", false, false);

    private final String suffix;
    private final boolean users;
    private final boolean items;

    Slim(String suffix, boolean users, boolean items) {
      this.suffix = suffix;
      this.users = users;
      this.items = items;
    }

    boolean has(QueryColumns.Column column) {
      return (users || !column.expression().contains("u."))
          && (items || !column.expression().contains("i."));
    }

    String from(long version) {
      return "public.event_%1$d e".formatted(version)
          + (users ? " join public.user_%d u on u.no = e.user_no".formatted(version) : "")
          + (items ? " join public.item_%d i on i.no = e.item_no".formatted(version) : "");
    }
  }

  private QueryViews() {}

  /** What can be read of a version with grades and of the workspace. */
  static List<QueryView> described() {
    return Stream.of(
            Stream.of(EVENTS, ITEMS, USERS, JUDGEMENTS),
            KNOWLEDGE.values().stream(),
            Stream.of(VERSIONS, RUNS, METRICS))
        .flatMap(each -> each)
        .map(QueryColumns::described)
        .toList();
  }

  /**
   * Statements that make the views on a version.
   *
   * @param schema upper case, without quotes in it
   * @param knowledge the further tables that the version has
   */
  static String create(
      String schema, long version, boolean judged, Set<KnowledgeTables> knowledge) {
    List<String> statements = new ArrayList<>();
    for (Slim slim : Slim.values()) {
      String name = schema + slim.suffix;
      statements.add("create schema \"%s\"".formatted(name));
      statements.add(view(name, EVENTS.name(), EVENTS.select(slim::has, slim.from(version))));
      statements.add("grant select on schema \"%s\" to %s".formatted(name, READER));
    }
    statements.add(view(schema, ITEMS.name(), ITEMS.select("public.item_" + version)));
    statements.add(view(schema, USERS.name(), USERS.select("public.user_" + version)));
    if (judged) {
      String from =
          """
          public.judgement_%1$d j join public.query_%1$d q on q.no = j.query_no \
          join public.item_%1$d i on i.no = j.item_no\
          """
              .formatted(version);
      statements.add(view(schema, JUDGEMENTS.name(), JUDGEMENTS.select(from)));
    }
    for (KnowledgeTables table : knowledge) {
      QueryColumns columns = KNOWLEDGE.get(table);
      statements.add(
          view(schema, columns.name(), columns.select("public." + table.of(version) + " k")));
    }
    return String.join(";\n", statements);
  }

  static String drop(String schema) {
    List<String> statements = new ArrayList<>();
    for (Slim slim : Slim.values()) {
      statements.add("drop schema if exists \"%s\" cascade".formatted(schema + slim.suffix));
    }
    return String.join(";\n", statements);
  }

  /**
   * Statements that make the user, the views on the workspace and what is under them.
   *
   * @param password letters and digits
   */
  static String createShared(String password) {
    return """
    create user %1$s password '%2$s';
    create schema query_data;
    create table query_data.version_schema (id bigint primary key, name varchar not null);
    create table query_data.run (
      folder varchar, name varchar, model varchar, dataset varchar, protocol varchar, seed bigint,
      epochs int, best_epoch int, train_seconds double precision, evaluate_seconds double precision,
      peak_memory_mb bigint, device varchar, finished bigint);
    create table query_data.metric (folder varchar, part varchar, metric varchar, mean double precision);
    create schema %3$s;
    %4$s;
    %5$s;
    %6$s;
    grant select on schema %3$s to %1$s
    """
        .formatted(
            READER,
            password,
            SHARED,
            view(
                SHARED,
                VERSIONS.name(),
                VERSIONS.select(
                    "public.dataset_version d join query_data.version_schema s on s.id = d.id left"
                        + " join public.version_origin o on o.version_id = d.id")),
            view(SHARED, RUNS.name(), RUNS.select("query_data.run")),
            view(SHARED, METRICS.name(), METRICS.select("query_data.metric")));
  }

  private static String view(String schema, String name, String select) {
    return "create view \"%s\".%s as %s".formatted(schema, name, select);
  }

  /** Removes what an earlier process has left. */
  static void dropAll(Session session) throws SQLException {
    List<String> left =
        session.list(
            "select schema_name from information_schema.schemata"
                + " where schema_name not in ('PUBLIC', 'INFORMATION_SCHEMA')",
            row -> row.getString(1));
    for (String schema : left) {
      session.script("drop schema \"%s\" cascade".formatted(schema));
    }
    session.script("drop user if exists " + READER);
  }

  /** Schemas where an unqualified name is looked for, the first first. */
  static List<String> path(String schema, List<QueryToken> tokens) {
    return Stream.of(schema + slim(tokens).suffix, schema, SHARED).distinct().toList();
  }

  /** Names of users and items are looked up only where the query may read them. */
  private static Slim slim(List<QueryToken> tokens) {
    boolean all = whole(tokens);
    boolean users = all || names(tokens, Set.of("USER_ID"));
    boolean items = all || names(tokens, Set.of("ITEM_ID", "TITLE", "CATEGORY"));
    if (users) {
      return items ? Slim.ALL : Slim.USERS;
    }
    return items ? Slim.ITEMS : Slim.NUMBERS;
  }

  /** Whether a query may read columns that it does not name; {@code count(*)} reads none. */
  private static boolean whole(List<QueryToken> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      QueryToken token = tokens.get(i);
      if (token.word("NATURAL") || token.word("TABLE")) {
        return true;
      }
      boolean counts =
          i > 0
              && i + 1 < tokens.size()
              && tokens.get(i - 1).symbol("(")
              && tokens.get(i + 1).symbol(")");
      if (token.symbol("*") && !counts) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(List<QueryToken> tokens, Set<String> wanted) {
    return tokens.stream()
        .anyMatch(
            token -> token.names() && wanted.contains(token.text().toUpperCase(Locale.ENGLISH)));
  }
}
