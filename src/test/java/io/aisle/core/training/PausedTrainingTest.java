package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.Job;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.domain.job.JobOutcome;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import io.aisle.testkit.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real models in real workers that are paused in the middle of a training. */
@Beside
@Timeout(120)
class PausedTrainingTest {
  private static final String YAML =
      """
      split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
      protocol: {k: [10]}
      model: {kind: %s, embeddingSize: 16}
      training: {epochs: %d, threads: 1, patience: 0}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bpr", "sasrec"})
  void aPausedTrainingStandsStillAndEndsAsIfNothingHadHappened(String kind) throws Exception {
    PlantedSplit.write(folder);
    String yaml = YAML.formatted(kind, kind.equals("bpr") ? 3000 : 60);
    RunFolder whole = LocalRuns.train(folder, yaml, folder.resolve("whole"));
    try (QueueJobRunner jobs = QueueJobRunner.forThisMachine()) {
      TrainingService service =
          new TrainingService(
              RunPreparer.onFiles(), jobs, Workers.real(folder), folder.resolve("runs"));
      TrainingJob training =
          service.start(ExperimentReader.read(folder.resolve("experiment.yaml")));
      await(() -> training.epochs().get().size() >= 3);
      training.job().pause();
      assertThat(training.job().state()).isEqualTo(Job.State.PAUSED);
      Thread.sleep(500); // for the message and the batch
      int before = training.epochs().get().size();
      Thread.sleep(1500);
      assertThat(training.epochs().get()).hasSize(before);
      training.job().resume();
      assertThat(training.job().ended().toCompletableFuture().get())
          .isInstanceOf(JobOutcome.Done.class);
      RunFolder paused = training.folder();
      assertThat(Files.mismatch(paused.weights(), whole.weights())).isEqualTo(-1);
      assertThat(paused.epochs().stream().mapToDouble(EpochLine::seconds).max().orElseThrow())
          .as("a pause is no training time")
          .isLessThan(1.4);
      assertThat(training.job().progress().remaining().known()).isFalse();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(2);
    }
  }
}
