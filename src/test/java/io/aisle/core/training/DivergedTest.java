package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.JobOutcome;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real models with a learning rate that no model survives. */
@Beside
class DivergedTest {
  private static final String YAML =
      """
      split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
      protocol: {k: [10]}
      model: {kind: %s, embeddingSize: 8}
      training: {epochs: 30, learningRate: %s, weightDecay: 10, threads: 1}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"bpr, 100, 50", "sasrec, 80, 40"})
  void aTrainingThatDivergesStopsAndOffersHalfTheLearningRate(String kind, String rate, String half)
      throws IOException {
    TrainingJob job = train(kind, rate);
    assertThat(job.job().outcome().orElseThrow())
        .isInstanceOfSatisfying(
            JobOutcome.Failed.class,
            failed ->
                assertThat(failed.sentence())
                    .matches(
                        "the loss is no finite number any more at epoch \\d+, step \\d+, with"
                            + " learningRate "
                            + rate
                            + "; train again with learningRate "
                            + half));
    Experiment gentler = job.gentler().orElseThrow();
    assertThat(gentler.training().learningRate()).isEqualTo(Double.parseDouble(half));
    assertThat(gentler.model()).isEqualTo(job.experiment().model());
    assertThat(job.folder().log()).content().contains("train again with learningRate " + half);
  }

  @Test
  void aTrainingThatGoesWellOffersNothing() throws IOException {
    TrainingJob job = train("bpr", "0.05");
    assertThat(job.job().outcome().orElseThrow()).isInstanceOf(JobOutcome.Done.class);
    assertThat(job.gentler()).isEmpty();
  }

  private TrainingJob train(String kind, String rate) throws IOException {
    PlantedSplit.write(folder);
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, YAML.formatted(kind, rate));
    return LocalRuns.service(folder.resolve("runs"), LocalRuns.workers())
        .start(ExperimentReader.read(file), folder.resolve("out"), IfExists.REFUSE);
  }
}
