package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aisle sql} from end to end. */
class SqlCommandTest {
  @TempDir static Path folder;
  private static Path workspace;

  @BeforeAll
  static void furnish() throws IOException {
    workspace = folder.resolve("workspace");
    assertThat(run("sql", "select 1").code()).isEqualTo(2);
    Path file =
        Files.writeString(
            folder.resolve("shop.csv"),
            "user,item,time,price\nu1,=a,1600000000,1.5\nu2,b,1600000060,\nu1,b,1600000120,2\n");
    var unused = run("import", file.toString(), "--dataset", "my shop").done();
  }

  private static CommandRun run(String... line) {
    return CommandRun.of(workspace, line);
  }

  @Test
  void aTableIsPrinted() {
    assertThat(
            run("sql", "select user_id, count(*) n from events group by user_id order by n").done())
        .isEqualTo("user_id  n\nu2       1\nu1       2\n");
  }

  @Test
  void csvIsHarmlessAndJsonHasTypes() {
    String query = "select item_id, price, time from events order by seq";
    assertThat(run("sql", query, "--format=csv", "--limit=1").done())
        .isEqualToIgnoringNewLines("item_id,price,time\n'=a,1.5,2020-09-13 12:26:40\n");
    assertThat(run("sql", query, "--format=json").done().lines())
        .contains("{\"item_id\":\"=a\",\"price\":1.5,\"time\":\"2020-09-13 12:26:40\"}")
        .contains("{\"item_id\":\"b\",\"price\":null,\"time\":\"2020-09-13 12:27:40\"}");
  }

  @Test
  void whatIsCutOffIsSaid() {
    CommandRun cut = run("sql", "select seq from events", "--limit", "2");
    assertThat(cut.done().lines()).hasSize(3);
    assertThat(cut.err()).contains("only the first 2 rows");
  }

  @Test
  void rowsGoIntoFiles() throws IOException {
    for (String ending : new String[] {"csv", "parquet", "xlsx"}) {
      Path file = folder.resolve("out." + ending);
      CommandRun made = run("sql", "select * from my_shop_v1.events", "--out", file.toString());
      assertThat(made.done()).isEmpty();
      assertThat(made.err()).contains("3 rows written");
      assertThat(Files.size(file)).isPositive();
    }
  }

  @Test
  void badQueriesAreBadInput() {
    for (String bad :
        new String[] {
          "drop table event_1",
          "select * from csvread('/etc/passwd')",
          "select * from public.event_1",
          "select nix from events"
        }) {
      CommandRun refused = run("sql", bad);
      assertThat(refused.code()).as(bad).isEqualTo(2);
      assertThat(refused.err().lines()).hasSize(1);
    }
    assertThat(run("sql").code()).isEqualTo(2);
    assertThat(run("sql", "select 1", "--dataset", "nix").code()).isEqualTo(2);
    assertThat(run("sql", "select 1", "--dataset-version", "9").code()).isEqualTo(2);
    assertThat(run("sql", "select 1", "--limit", "0").code()).isEqualTo(2);
  }

  @Test
  void theViewsAreListedAndTheWorkspaceIsReadToo() {
    assertThat(run("sql", "--views").done()).contains("events: seq, user_id, item_id");
    assertThat(
            run("sql", "select dataset, schema_name, events from versions", "--format=csv").done())
        .isEqualToIgnoringNewLines("dataset,schema_name,events\nmy shop,my_shop_v1,3\n");
    assertThat(run("sql", "select count(*) n from runs", "--format=csv").done())
        .isEqualToIgnoringNewLines("n\n0\n");
  }
}
