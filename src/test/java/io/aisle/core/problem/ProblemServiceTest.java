package io.aisle.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.domain.settings.Settings;
import io.aisle.store.Database;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report says what went wrong, and nothing of whose data it was. */
@Beside
class ProblemServiceTest {
  private static final String LOG =
      """
      2026-11-22T10:00:00.000 INFO  [main] io.aisle.app.Wiring - opened
      2026-11-22T10:00:01.000 INFO  [job-3] io.aisle.core.job.Failures - import winter: bad input, 1A2B-3C4D: /srv/exports/winter-sales.csv, row 7: no time in "Anna;Lopez;12"
      Anna;Lopez;12;private
      2026-11-22T10:00:02.000 ERROR [job-4] io.aisle.core.job.Failures - look at customer greta: failed, 7K2Q-X0MD
      java.lang.IllegalStateException: no list for greta of winter
      \tat io.aisle.core.users.UsersService.lists(UsersService.java:99)
      \tat java.base/java.lang.Thread.run(Thread.java:1474)
      Caused by: java.io.IOException: /srv/exports/winter-sales.csv (gone)
      \tat io.aisle.store.Snapshot.open(Snapshot.java:12)
      \t... 3 common frames omitted
      2026-11-22T10:00:03.000 WARN  [job-5] io.aisle.core.job.JobRecord - slow
      """;

  @TempDir Path folder;
  private WorkspaceLayout layout;
  private Database database;

  @BeforeEach
  void furnish() throws IOException {
    layout = new WorkspaceLayout(folder.resolve("workspace"));
    database = Database.open(layout.store());
    Path file =
        Files.writeString(
            folder.resolve("winter-sales.csv"),
            "user,item,time\ngreta,scarf,1500000000\notto,gloves,1500000001\n");
    new DatasetService(database, layout.snapshots())
        .importFiles(ImportPlan.of("winter", List.of(file), MappingFile.GUESS), new TestControl());
    Files.createDirectories(layout.logs());
    Files.writeString(layout.logs().resolve("aisle-2026-11-22.0.log"), LOG);
    Files.writeString(
        layout.logs().resolve("worker-20261122-100000-000-1.log"),
        "2026-11-22T10:00:04.000 ERROR [main] io.aisle.X - for otto: failed, 9Z9Z-0000\n");
    Files.createDirectories(layout.runs().resolve("winter-ease-20261122"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Map<String, String> report(Optional<Database> store) {
    Settings settings = Settings.DEFAULT.withGpuLibrary("/opt/greta/torch").withThreads(3);
    return new ProblemService(layout, store, () -> settings, "0.1.0")
        .prepare(new TestControl()).parts().stream()
            .collect(Collectors.toMap(ProblemReport.Part::name, ProblemReport.Part::text));
  }

  @Test
  void nothingOfTheDataIsInIt() {
    for (Optional<Database> store : List.of(Optional.of(database), Optional.<Database>empty())) {
      report(store)
          .forEach(
              (name, text) ->
                  assertThat(text)
                      .as(name)
                      .doesNotContainIgnoringCase("greta")
                      .doesNotContainIgnoringCase("otto")
                      .doesNotContainIgnoringCase("anna")
                      .doesNotContainIgnoringCase("lopez")
                      .doesNotContainIgnoringCase("winter")
                      .doesNotContainIgnoringCase("sales")
                      .doesNotContain("private")
                      .doesNotContain(folder.toString()));
    }
  }

  @Test
  void whatHelpsIsInIt() {
    Map<String, String> parts = report(Optional.of(database));
    assertThat(parts.get("machine.txt")).contains("0.1.0", "cores ");
    assertThat(parts.get("settings.txt")).contains("threads   3", "gpu pack  chosen");
    assertThat(parts.get("data.txt")).containsPattern("1 +COMPLETE +2 +2 +2 +2 +0 +0 +0");
    assertThat(parts.get("runs.txt")).containsPattern("none +1");
    assertThat(parts.get("errors.txt"))
        .contains(
            "failed, 7K2Q-X0MD",
            "java.lang.IllegalStateException: no list for <id> of <name>",
            "\tat io.aisle.core.users.UsersService.lists(UsersService.java:99)",
            "Caused by: java.io.IOException: <path>",
            "\t... 3 common frames omitted",
            "9Z9Z-0000")
        .doesNotContain("WARN");
    assertThat(parts.get("log.txt"))
        .contains(
            "INFO  [main] io.aisle.app.Wiring - opened",
            "import <name>: bad input, 1A2B-3C4D: <path>, row 7: no time in \"<value>\"",
            "<a line of 21 characters>");
  }

  @Test
  void theLogIsNoLongerThanTwoMegabytes() throws IOException {
    Path log = layout.logs().resolve("aisle-2026-11-22.1.log");
    Files.writeString(log, LOG.repeat(1_500));
    String text = report(Optional.of(database)).get("log.txt");
    assertThat(text).hasSizeBetween(1 << 20, 3 << 20);
    assertThat(text.lines().findFirst().orElseThrow()).matches("\\S.*|\\s+at .*|<a line.*");
  }

  @Test
  void theFileHoldsWhatWasLookedAt() throws IOException {
    ProblemReport report =
        new ProblemService(layout, Optional.of(database), () -> Settings.DEFAULT, "0.1.0")
            .prepare(new TestControl());
    Path file = folder.resolve("problem.zip");
    ProblemService.write(report, file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(report.parts().size());
      for (ProblemReport.Part part : report.parts()) {
        byte[] bytes = zip.getInputStream(zip.getEntry(part.name())).readAllBytes();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(part.text());
      }
    }
  }
}
