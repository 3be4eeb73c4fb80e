package io.aisle.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.robustness.RobustnessService;
import io.aisle.core.robustness.RobustnessSettings;
import io.aisle.core.training.RunFolder;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report tells what was measured, and measures nothing itself. */
@Beside
class RobustnessBlocksTest {
  private static final RobustnessSettings SETTINGS =
      new RobustnessSettings(50, 2, 5, List.of(0.2, 0.5), List.of(2), List.of(1));

  @TempDir Path folder;

  private RunFolder run(String kind) {
    return LocalRuns.train(
        folder,
        """
        name: %s
        split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
        model: {kind: %s}
        """
            .formatted(kind, kind),
        folder.resolve(kind));
  }

  private static Path report(List<RunFolder> runs, Path file) {
    new ReportService(new ComparisonService(), "0.1.0", Clock.systemUTC())
        .write(runs, Baselines.of(runs.stream().map(RunFolder::record).toList()), file);
    return file;
  }

  @Test
  void itStandsInTheReportOnceItWasMeasured() throws IOException {
    PlantedSplit.write(folder);
    List<RunFolder> runs = List.of(run("popularity"), run("item-knn"));
    assertThat(Files.readString(report(runs, folder.resolve("before.html"))))
        .doesNotContain("Robustness");
    var measured =
        new RobustnessService(LocalRuns.workers()).measure(runs, SETTINGS, new TestControl());
    assertThat(Files.readString(report(runs, folder.resolve("after.html"))))
        .contains("id=\"robustness\"", "50 users, 2 rounds, seed 5")
        .contains("popularity makes the same lists whatever the history")
        .contains("100%<small>100% to 100% · overlap 1.00</small>")
        .contains("Robustness against noise", "Robustness: missing events")
        .contains("aisle robustness --run DIR --users 50 --seed 5");
    try (InputStream in = Files.newInputStream(report(runs, folder.resolve("after.xlsx")));
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      assertThat(book.findSheet("robustness").orElseThrow().read())
          .hasSize(1 + runs.size() * measured.getFirst().levels().size() * 3);
    }
    assertThat(report(runs, folder.resolve("after.pdf"))).isNotEmptyFile();
  }
}
