package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.app.Launcher;
import io.aisle.core.training.RunFolder;
import io.aisle.core.tuning.SearchFolder;
import io.aisle.domain.tuning.Trial;
import io.aisle.testkit.CommandRun;
import io.aisle.testkit.PlantedSplit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aisle tune} with real workers. */
class TuneCommandTest {
  @TempDir private Path folder;

  @Test
  void aSearchThatIsKilledGoesOnAndEndsWithTheBestRun() throws Exception {
    PlantedSplit.write(folder);
    Path file = folder.resolve("search.yaml");
    Files.writeString(
        file,
        """
        split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
        protocol: {k: [10]}
        model: {kind: bpr, embeddingSize: 8}
        training: {epochs: 400, patience: 0, threads: 1}
        search: {trials: 6, seed: 2}
        """);
    Path out = folder.resolve("out");
    SearchFolder search = new SearchFolder(out);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "tune",
                file.toString(),
                "--out=" + out,
                "--workspace=" + folder.resolve("workspace"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (finished(search).isEmpty()) {
      assertThat(Instant.now()).as(Files.readString(folder.resolve("said.txt"))).isBefore(end);
      Thread.sleep(10);
    }
    process.destroyForcibly().waitFor();
    Map<Integer, Trial> before = finished(search);
    assertThat(out.resolve("best")).doesNotExist();

    String said =
        CommandRun.of(
                folder.resolve("workspace"), "tune", file.toString(), "--out=" + out, "--resume")
            .done();

    // seconds and all: what was finished was not fitted again
    assertThat(finished(search)).hasSize(6).containsAllEntriesOf(before);
    assertThat(said).contains("is the best, ndcg@10", "kind: bpr", "as in the experiment");
    assertThat(new RunFolder(out.resolve("best")).record().tuned().trials()).isEqualTo(6);
    assertThat(out.resolve("trial-1")).doesNotExist();
  }

  @Test
  void badInputIsOneSentence() throws Exception {
    Path file = folder.resolve("search.yaml");
    Files.writeString(file, "{split: {kind: leave-last-out}, search: {}}");
    CommandRun run =
        CommandRun.of(folder.resolve("workspace"), "tune", file.toString(), "--out=" + folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("name either one model under 'model'");
  }

  private static Map<Integer, Trial> finished(SearchFolder search) {
    List<Trial> trials = search.trials();
    return trials.stream()
        .filter(Trial::finished)
        .collect(Collectors.toMap(Trial::number, trial -> trial));
  }
}
