package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobWork;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.JobOutcome;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a training before it starts. */
@Beside
class ForecasterTest {
  @TempDir Path folder;

  @Test
  void timeGrowsWithTheEpochsAndNothingIsLeftBehind() throws IOException {
    Forecaster forecaster = forecaster();
    Experiment few = experiment("{kind: als, embeddingSize: 8}", 2);
    Experiment many = experiment("{kind: als, embeddingSize: 8}", 2000);
    List<Double> seconds = run(control -> forecaster.seconds(List.of(few, many), control));
    assertThat(seconds).hasSize(2).allMatch(each -> each > 0);
    assertThat(seconds.get(1)).isGreaterThan(20 * seconds.get(0));
    assertThat(folder.resolve("runs/.forecast")).doesNotExist();
  }

  @Test
  void whatIsTooBigSaysSoBeforeItStarts() throws IOException {
    Forecaster forecaster = forecaster();
    Experiment fits = experiment("{kind: ease}", 1);
    Forecaster.Sizes sizes = run(control -> forecaster.sizes(fits, control));
    assertThat(sizes)
        .isEqualTo(new Forecaster.Sizes(PlantedSplit.USERS, PlantedSplit.ITEMS, 7 * 80, 80, 80));
    assertThat(forecaster.memory(fits, sizes).mb().orElseThrow()).isGreaterThan(100);
    Forecaster.Memory refused =
        forecaster.memory(fits, new Forecaster.Sizes(10, 10_000_000, 10, 10, 10));
    assertThat(refused.mb()).isEmpty();
    assertThat(refused.refusal()).contains("10,000,000 items").contains("prepare.core for at most");
  }

  private Forecaster forecaster() {
    return LocalRuns.service(folder.resolve("runs"), LocalRuns.workers()).forecaster();
  }

  private Experiment experiment(String model, int epochs) throws IOException {
    PlantedSplit.write(folder);
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(
        file,
        """
        split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
        model: %s
        training: {epochs: %d, threads: 1}
        """
            .formatted(model, epochs));
    return ExperimentReader.read(file).experiment();
  }

  private static <T> T run(JobWork<T> work) {
    try (CallerJobRunner jobs = new CallerJobRunner()) {
      return switch (jobs.submit("ask", JobNeeds.LIGHT, work).outcome().orElseThrow()) {
        case JobOutcome.Done<T> done -> done.value();
        case JobOutcome.Failed<T> failed -> throw new AssertionError(failed.sentence());
        case JobOutcome.Cancelled<T> _ -> throw new AssertionError("cancelled");
      };
    }
  }
}
