package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelledException;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What H2 offers to somebody who wants more than to read views. Each is tried twice where that
 * tells something: through the guard, and past it, as the user that queries run as.
 */
@Beside
class QueryAttackTest {
  @TempDir static Path folder;
  private static QueryFixture shop;
  private static Path loot;

  @BeforeAll
  static void open() throws IOException {
    shop = new QueryFixture(folder.resolve("store"));
    Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
    loot = folder.resolve("loot");
    assertThat(shop.rows("select 1")).hasSize(1); // makes user and views
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /** What writes, reads files, or reaches for other tables. F: a file to read, L: one to write. */
  private static Stream<String> refusedByRights() {
    return Stream.of(
            "create alias x for 'java.lang.System.getProperty'",
            "create alias x as 'int f() { return 1; }'",
            "create aggregate x for 'y'",
            "create trigger t before insert on events call 'x'",
            "select file_read('F')",
            "select * from csvread('F')",
            "call csvwrite('L', 'select 1')",
            "select csvwrite('L', 'select 1')",
            "select file_write('x', 'L')",
            "runscript from 'F'",
            "script to 'L'",
            "script",
            "backup to 'L'",
            "call link_schema('a', '', 'jdbc:h2:mem:x', 'sa', '', 'PUBLIC')",
            "create linked table t('', 'jdbc:h2:mem:x', 'sa', '', 'X')",
            "create table t(x int)",
            "create global temporary table t(x int)",
            "create view v as select * from public.dataset_version",
            "create schema s",
            "create sequence q",
            "create synonym s for public.dataset_version",
            "create user u password ''",
            "create role r",
            "create index i on public.event_1(millis)",
            "grant select on public.event_1 to aisle_reader",
            "alter user aisle_reader admin true",
            "alter user aisle set password 'x'",
            "alter table public.event_1 add y int",
            "drop table public.event_1",
            "drop view events",
            "drop schema workspace cascade",
            "drop all objects",
            "insert into public.event_1 (seq, user_no, item_no, kind) values (0, 0, 0, 0)",
            "insert into users (user_no, user_id, attributes) values (9, 'x', null)",
            "update events set price = 0",
            "delete from events",
            "merge into users key(user_no) values (1, 'x', null)",
            "truncate table public.event_1",
            "select * from old table(delete from public.event_1)",
            "select * from final table(update public.event_1 set price = 0)",
            "select * from public.event_1",
            "table public.event_1",
            "select * from public.dataset_version",
            "select * from query_data.run",
            "values (select count(*) from public.user_1)",
            "select * from events where exists (select 1 from public.import_file)",
            "shutdown",
            "shutdown immediately",
            "set exclusive true",
            "set max_memory_rows 1",
            "set cache_size 1",
            "set trace_level_file 3",
            "set database_event_listener 'x'",
            "set mode mysql",
            "checkpoint",
            "call abort_session(1)",
            "call cancel_session(1)",
            "call memory_used()",
            "call db_object_sql('TABLE', 'PUBLIC', 'EVENT_1')")
        .map(QueryAttackTest::filled);
  }

  /** What rights alone would let through: names, locks, settings, endless and huge values. */
  private static Stream<String> refusedByTheGuard() {
    return Stream.of(
            "",
            "  -- nothing",
            "create local temporary table t(x int)",
            "declare local temporary table t(x int)",
            "set @x = 1",
            "set password 'x'",
            "set lazy_query_execution false",
            "set query_timeout 0",
            "set lock_timeout 100000",
            "set schema public",
            "use public",
            "commit",
            "savepoint x",
            "help",
            "show tables",
            "explain select * from events",
            "explain analyze select * from events",
            "call 1",
            "call database_path()",
            "execute immediate 'shutdown'",
            "prepare commit x",
            "select 1; select 2",
            "select 1; shutdown",
            "select * from information_schema.users",
            "select * from \"INFORMATION_SCHEMA\".settings",
            "select * from \"information_schema\".settings",
            "select * from aisle.information_schema.tables",
            "table information_schema.columns",
            "select * from U&\"INFORMATION\\005fSCHEMA\".tables",
            "select * from events for update",
            "select * from events for no key update",
            "select * from events for share",
            "select next value for public.x",
            "select next value for x",
            "select database_path()",
            "select lock_mode()",
            "select /* x */ session_id ( )",
            "select \"DATABASE_PATH\"()",
            "select public.f(1)",
            "select 1 as x, database_path()",
            "select disk_space_used('PUBLIC.EVENT_1')",
            "select @x := 1",
            "select {fn database()}",
            "select $$a$$, file_read($$/etc/passwd$$)",
            "select 1 // '\n, database_path() --'",
            "select 1 /* /* */ , database_path() /* */ */",
            "select ?",
            "select `a` from events",
            "with recursive t(n) as (select 1 union all select n + 1 from t) select * from t",
            "select repeat('a', 2000000000)",
            "select space(2000000000)",
            "select lpad('a', 2000000000)",
            "select rpad('a', 2000000000)",
            "select replace('aaaa', 'a', 'aaaa')",
            "select insert('a', 1, 0, 'aaaa')",
            "select concat('a', 'b', 'c')",
            "select 'a'||'b'||'c'||'d'||'e'||'f'||'g'||'h'||'i'||'j'||'k'||'l'",
            "select cast('a' as char(1000000000))",
            "select cast('a' as clob)",
            "select cast('a' as character large object)",
            "select 'a'::char(1000000000)",
            "select convert('a', char(1000000000))",
            "select listagg(x, ',') from system_range(1, 1000000000)",
            "select array_agg(x) from system_range(1, 1000000000)",
            "select json_arrayagg(x) from system_range(1, 1000000000)",
            "select array(select x from system_range(1, 1000000000))",
            "select hash('SHA256', 'a', 1000000000)",
            "select secure_rand(2000000000)",
            "select compress('a')",
            "select stringdecode('a')",
            "select xmltext('a')",
            "select 1e999999999 + 1",
            "select '1e99999999' + 1",
            "select cast('1e99999999' as decfloat)",
            "select 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' regexp '(a+)+$'",
            "select regexp_replace('a', 'a', 'b')",
            "select 'a' similar to 'b'",
            "select 'a' ~ 'b'",
            "select * from table(x int = (1, 2))",
            "select 1) union (select 2",
            "select (1",
            "select 'a",
            "select \"a",
            "select 1 /* a",
            "select " + "1 + ".repeat(6_000) + "1")
        .map(QueryAttackTest::filled);
  }

  private static String filled(String sql) {
    return sql.replace("'F'", "'" + folder.resolve("secret.csv") + "'")
        .replace("'L'", "'" + loot + "'");
  }

  @ParameterizedTest
  @MethodSource({"refusedByRights", "refusedByTheGuard"})
  void nothingOfItIsRun(String sql) {
    assertThatThrownBy(() -> shop.rows(sql)).isInstanceOf(InputException.class);
    assertUnharmed();
  }

  @ParameterizedTest
  @MethodSource("refusedByRights")
  void theUserAloneMayNotDoItEither(String sql) throws SQLException {
    try (OpenQuery query = shop.access.prepare(shop.request("select 1"), List::of);
        Statement direct = query.connection().createStatement()) {
      assertThatThrownBy(() -> runWhole(direct, sql)).isInstanceOf(SQLException.class);
    }
    assertUnharmed();
  }

  /** Rows are made as they are read. */
  private static void runWhole(Statement statement, String sql) throws SQLException {
    if (statement.execute(sql)) {
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          assertThat(rows.getObject(1)).isNotNull();
        }
      }
    }
  }

  @Test
  void theUserCannotComeInFromOutside() {
    for (String password : List.of("", "aisle", "sa")) {
      assertThatCode(() -> shop.database.connection(QueryViews.READER, password).close())
          .isInstanceOf(OperationException.class);
    }
  }

  private static void assertUnharmed() {
    assertThat(loot).doesNotExist();
    assertThat(shop.count("event_" + shop.version)).isEqualTo(1000);
    assertThat(shop.count("user_" + shop.version)).isEqualTo(5);
    assertThat(shop.rows("select count(*) from events")).containsExactly(List.of(1000L));
  }

  /** Without end, or with so many rows that it takes hours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from events a, events b, events c, events d",
        "select a.seq from events a, events b, events c order by a.price, c.price desc, b.price",
        "select a.seq, count(*) from events a, events b, events c group by a.seq",
        "select count(*) from (select distinct a.seq + 1000 * b.seq + 1000000 * c.seq from events"
            + " a, events b, events c)",
        "select x from system_range(1, 1000000000000) order by -x",
        "select sum(x * x) from system_range(1, 1000000000000)",
        "select x from system_range(1, 1000000000000) where mod(x, 2) = 2",
        "select * from events where seq in (select a.seq * -1 from events a, events b, events c)"
      })
  void theTimeLimitHolds(String sql) {
    long start = System.nanoTime();
    assertThatThrownBy(
            () ->
                shop.rows(
                    new QueryAccess.Request(sql, shop.version, 0, 1000, Duration.ofSeconds(1))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("stopped after 1 s");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertUnharmed();
  }

  @Test
  void theRowLimitHolds() {
    assertThat(shop.rows(shop.request("select * from events a, events b")))
        .hasSizeLessThanOrEqualTo(1001);
    assertThat(shop.rows(shop.request("select a.seq from events a, events b limit 1000000")))
        .hasSizeLessThanOrEqualTo(1001);
  }

  @Test
  void whatRunsCanBeCancelledFromAnotherThread() throws Exception {
    try (OpenQuery query =
        shop.access.prepare(
            shop.request("select count(*) from events a, events b, events c, events d"),
            List::of)) {
      CompletableFuture<Void> stopper =
          CompletableFuture.runAsync(
              query::cancel, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
      assertThatThrownBy(query::run).isInstanceOf(CancelledException.class);
      stopper.get();
    }
    assertUnharmed();
  }

  @Test
  void whatTakesTheMemoryIsStoppedWithItsReason() {
    try (OpenQuery query =
        shop.access.prepare(shop.request("select count(*) from events a, events b"), List::of)) {
      query.stopForMemory();
      assertThatThrownBy(query::run)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("memory");
    }
  }

  @Test
  void closingTheStoreStopsWhatRuns(@TempDir Path other) throws Exception {
    QueryFixture second = new QueryFixture(other);
    CompletableFuture<Object> running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return second.rows("select count(*) from events a, events b, events c, events d");
              } catch (CancelledException e) {
                return e;
              }
            });
    TimeUnit.MILLISECONDS.sleep(500);
    second.close();
    assertThat(running.get(10, TimeUnit.SECONDS)).isInstanceOf(CancelledException.class);
  }
}
