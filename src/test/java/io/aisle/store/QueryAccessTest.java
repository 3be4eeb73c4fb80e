package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.data.CellType;
import io.aisle.domain.data.QueryView;
import io.aisle.testkit.Beside;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Beside
class QueryAccessTest {
  @TempDir static Path folder;
  private static QueryFixture shop;

  @BeforeAll
  static void open() {
    shop = new QueryFixture(folder);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void eventsHaveTheirNames() {
    assertThat(
            shop.rows(
                "select seq, user_id, item_id, title, category, kind, time, session, price from"
                    + " events where seq = 7"))
        .containsExactly(
            Arrays.asList(
                7L,
                "u2",
                "i9",
                "title 9",
                null,
                "purchase",
                LocalDateTime.of(1970, 1, 1, 0, 0, 7),
                null,
                1.75));
    assertThat(shop.heads("select * from events")).hasSize(15).startsWith("SEQ", "USER_ID");
  }

  @Test
  void namesAreLookedUpWhereTheyAreAskedForAndTheRowsAreTheSame() {
    assertThat(shop.rows("select count(*), sum(price) from events")).hasSize(1);
    assertThat(shop.rows("select \"USER_ID\", count(*) from events group by user_id")).hasSize(5);
    assertThat(shop.rows("select title, count(*) from events group by title")).hasSize(10);
    assertThat(shop.rows("select e.* from events e where e.item_no = 3")).hasSize(100);
    assertThat(shop.rows("select count(*) from events natural join items"))
        .containsExactly(List.of(0L)); // no category is equal to no category
    assertThat(shop.rows("select count(*) from shop_7_v1.events where user_id = 'u1'"))
        .containsExactly(List.of(200L));
  }

  @Test
  void everyViewCanBeReadWholeAndHasTheColumnsThatItSays() {
    for (QueryView view : QueryAccess.views()) {
      if (List.of("judgements", "queries", "triples", "reviews").contains(view.name())) {
        continue; // the version has none of these
      }
      assertThat(shop.heads("select * from " + view.name()))
          .as(view.name())
          .isEqualTo(view.columns().stream().map(column -> column.name().toUpperCase()).toList());
    }
    assertThat(shop.rows("select dataset, version, schema_name, events from versions"))
        .containsExactly(List.of("Shop 7", 1L, "shop_7_v1", 1000L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select kind, count(*) filter (where price > 3) from events group by kind",
        "with a as (select user_id, count(*) n from events group by user_id), b(u, m) as (select *"
            + " from a) select * from b where m > 3",
        "select date_trunc('month', time) as m, extract(hour from time), sum(price) over (partition"
            + " by user_id order by time) from events;",
        "-- comment; with 'quotes\n"
            + "select 'it''s; -- text', \"a\".\"SEQ\" from events as \"a\" /* end */ limit 3 ;",
        "select item_id, (attributes format json).\"colour\" from items",
        "select x from unnest(array[1, 2]) as t(x) where x between 1 and 5 and x in (1, 2)",
        "select case when price > 2 then 'dear' else 'cheap' end || '!' as p, avg(quantity) from"
            + " events group by price having count(*) > 0",
        "values (1, 'a'), (2, 'b')",
        "table items",
        "(select 1) union all (select 2)",
        "select substring(title from 1 for 3), position('l' in title), trim(both ' ' from title)"
            + " from items",
        "select percentile_cont(0.9) within group (order by price), cast(avg(price) as numeric(10,"
            + " 2)) from events",
        "select a.item_id, count(distinct b.user_no) from items a left join events b on a.item_no ="
            + " b.item_no group by a.item_id order by 2 desc",
        "select 1e3, -2.5E-3, .5, 10 % 3, array['a'][1], date '2020-01-01' + interval '1' day",
        "select 1 as \"update\", 2 as \"file_read(\", 3 as share, 4 as other",
        "select count(*) from 网店, (select 1 网店) where 1 = 0 or exists (select 1)"
      })
  void whatAnalystsWriteIsRun(String sql) {
    if (sql.contains("网店,")) {
      assertThatThrownBy(() -> shop.rows(sql)).hasMessageContaining("not found");
    } else {
      assertThat(shop.rows(sql)).isNotEmpty();
    }
  }

  @Test
  void aResultIsSortedByTheStoreAndLastComesWhatIsMissing() {
    String sql = "select user_id, item_id a, nullif(price, 250) a from events -- dear ones";
    var largest = new QueryAccess.Request(sql, shop.version, -3, 3, Duration.ofSeconds(9));
    assertThat(shop.rows(largest).getFirst()).containsExactly("u4", "i3", 249.75);
    var least = new QueryAccess.Request(sql, shop.version, 3, 2000, Duration.ofSeconds(9));
    assertThat(shop.rows(least).getFirst().get(2)).isEqualTo(0.25);
    assertThat(shop.rows(least).getLast().get(2)).isNull();
  }

  @Test
  void cellsAreOfTheirTypes() {
    String sql =
        "select 1, cast(2.50 as numeric(5, 2)), 0.5e0, true, date '2020-02-03', 'x', timestamp with"
            + " time zone '2020-01-01 02:00:00+02:00', null, time '10:00:00', cast(1.5 as real)";
    try (OpenQuery query = shop.access.prepare(shop.request(sql), List::of)) {
      query.run();
      assertThat(query.heads())
          .extracting(head -> head.type())
          .startsWith(CellType.WHOLE, CellType.NUMBER);
      assertThat(query.next()).isTrue();
      assertThat(query.row())
          .containsSubsequence(1L, new BigDecimal("2.50"))
          .contains(true, LocalDate.of(2020, 2, 3), "x", LocalDateTime.of(2020, 1, 1, 0, 0))
          .contains("10:00:00", 1.5);
    }
  }

  @Test
  void errorsSayWhatH2SaysWithoutItsNumbers() {
    assertThatThrownBy(() -> shop.rows("select nix from events"))
        .isInstanceOf(InputException.class)
        .hasMessage("The query cannot be run: Column \"NIX\" not found");
    assertThatThrownBy(() -> shop.rows("select sum(price)/0 from events where user_id = 'u1'"))
        .isInstanceOf(InputException.class);
    // H2 would write the statement, with the ids in it, into a file beside the store
    assertThat(folder.resolve("aisle.trace.db")).doesNotExist();
  }

  @Test
  void viewsFollowTheVersionsAndDoNotHoldThem(@TempDir Path other) {
    try (QueryFixture passing = new QueryFixture(other)) {
      assertThat(passing.rows("select 1 from versions")).hasSize(1);
      new Versions(passing.database).remove(passing.version);
      assertThatThrownBy(() -> passing.rows("select 1"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("not there any more");
      assertThat(passing.access.schemas()).isEmpty();
    }
  }

  @Test
  void nothingOfAnEarlierProcessIsLeft(@TempDir Path other) {
    try (QueryFixture first = new QueryFixture(other)) {
      assertThat(first.rows("select 1")).hasSize(1);
      assertThat(first.count("information_schema.users")).isEqualTo(2);
    }
    try (Database again = Database.open(other)) {
      assertThat(
              again.<List<String>>read(
                  session ->
                      session.list(
                          "select schema_name from information_schema.schemata order by 1",
                          row -> row.getString(1))))
          .containsExactly("INFORMATION_SCHEMA", "PUBLIC");
      assertThat(
              again.<List<String>>read(
                  session ->
                      session.list(
                          "select user_name from information_schema.users",
                          row -> row.getString(1))))
          .containsExactly("AISLE");
    }
  }
}
