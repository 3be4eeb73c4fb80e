package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aisle clean}, {@code versions}, {@code compare-versions} and {@code import --append}. */
class CleanCommandTest {
  @TempDir static Path folder;
  private static Path workspace;

  @BeforeAll
  static void cleanAndAppend() throws IOException {
    workspace = folder.resolve("workspace");
    StringBuilder events = new StringBuilder("user,item,time,price\n");
    for (int i = 0; i < 40; i++) {
      events.append("u%d,i%d,%d,%d\n".formatted(i % 4, i % 5, 1_600_000_000 + 60 * i, i % 3));
    }
    Path file = Files.writeString(folder.resolve("shop.csv"), events);
    var unused = run("import", file.toString(), "--dataset", "shop").done();
    assertThat(clean("steps: [{range: {column: price, min: 1}}]", "--preview").done())
        .startsWith("shop:1, all events: the counts are exact; no version was made")
        .contains("range      40       14     26        0      4      5");
    assertThat(
            clean("steps: [{range: {column: price, min: 1}}, {sessions: {gapMinutes: 5}}]").done())
        .startsWith("shop:2 from shop:1: 26 events, 4 users, 5 items, in ")
        .contains("sessions      26        0     26       26");
    Path more =
        Files.writeString(folder.resolve("more.csv"), "user,item,time,price\nu9,i1,1700000000,5\n");
    assertThat(run("import", more.toString(), "--dataset", "shop", "--append").done())
        .startsWith("shop, version 3: 5 users, 5 items");
  }

  private static CommandRun run(String... line) {
    return CommandRun.of(workspace, line);
  }

  private static CommandRun clean(String steps, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("steps.yaml"), steps);
    String[] line = new String[4 + more.length];
    System.arraycopy(new String[] {"clean", "shop", "--steps", file.toString()}, 0, line, 0, 4);
    System.arraycopy(more, 0, line, 4, more.length);
    return run(line);
  }

  @Test
  void versionsAreListedWithWhereTheyComeFrom() {
    assertThat(run("versions").done().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "version state made by from events users items",
            "shop:3 complete append shop:2 27 5 5",
            "shop:2 complete cleaning shop:1 26 4 5",
            "shop:1 complete import shop.csv 40 4 5");
    assertThat(run("versions", "shop:2").done())
        .contains("shop:1 -> shop:2\nsteps:\n- range:")
        .contains("range         40       14     26")
        .contains("made from it: shop:3");
    assertThat(run("versions", "shop:7").err())
        .contains("has no complete version 7: name one of shop:3, shop:2, shop:1");
  }

  @Test
  void versionsAreCompared() {
    assertThat(
            run("compare-versions", "shop:2", "shop")
                .done()
                .lines()
                .map(line -> line.replaceAll(" +", " ")))
        .contains(" shop:2 shop:3 in both lost new", "users 4 5 4 0 1", "items 5 5 5 0 0");
    assertThat(run("compare-versions", "shop:1", "shop:2").done())
        .contains("price")
        .contains("large");
  }

  @Test
  void theFiguresOfAProfileArePrinted() {
    assertThat(run("profile", "shop:2", "items", "PRICES").done())
        .contains("\"items\" :", "\"prices\" :")
        .doesNotContain("\"users\" :");
    assertThat(run("profile", "shop").done()).contains("\"time\" :", "\"baskets\" :");
    assertThat(run("profile", "shop", "colour").err())
        .contains("There is no statistic colour; choose from time, items, ");
  }

  @Test
  void aMistypedKeyNamesTheNearest() throws IOException {
    CommandRun wrong = clean("steps: [{range: {colum: price, min: 1}}]");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("steps[0].range.colum").contains("column");
    assertThat(clean("steps: [{ranges: {min: 1}}]").err()).contains("the nearest is \"range\"");
    assertThat(clean("steps: [{core: {users: 0, items: 1}}]").err())
        .contains("The step core has users 0 and items 1, which keeps everything");
    assertThat(clean("steps: [{time-window: {from: 2030-01-01}}]").err())
        .contains("Nothing is left after the step time-window");
  }

  @Test
  void aCleanedVersionTrainsAndKnowsItsRuns() throws IOException {
    Path experiment =
        Files.writeString(
            folder.resolve("run.yaml"),
            """
            name: first
            dataset: shop:2
            prepare: {core: 0, repeats: all}
            split: {kind: leave-last-out}
            model: {kind: popularity}
            """);
    Path out = workspace.resolve("runs").resolve("first");
    var unused = run("run", experiment.toString(), "--out", out.toString()).done();
    assertThat(run("versions", "shop:2").done()).contains("runs on it: first");
    assertThat(run("versions", "shop:1").done()).doesNotContain("runs on it");
  }
}
