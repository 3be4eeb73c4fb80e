package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.domain.InputException;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.run.RunRecord;
import io.aisle.store.sealed.Sealed;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import io.aisle.testkit.SealedTempDirs;
import io.aisle.testkit.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real worker process is killed in the middle of a training. */
@Beside
class ResumeTest {
  private static final String SPLIT =
      """
      split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
      protocol: {k: [10]}
      """;
  private static final String ALS =
      SPLIT
          + """
          model: {kind: als, embeddingSize: 8}
          training: {epochs: 150, patience: 140, threads: 1}
          """;
  private static final String SASREC =
      SPLIT
          + """
          model: {kind: sasrec, embeddingSize: 16, layers: 1, heads: 2, maxLength: 10}
          training: {epochs: 60, patience: 55, threads: 1}
          """;

  private static final String SAMPLED =
      SPLIT
          + """
          model:
            {kind: sasrec, embeddingSize: 16, layers: 1, maxLength: 10, loss: sampled, negatives: 4}
          training: {epochs: 60, patience: 55, threads: 1}
          """;

  @TempDir Path folder;

  @BeforeEach
  void data() {
    PlantedSplit.write(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {ALS, SASREC, SAMPLED})
  void aKilledTrainingGoesOnAsIfNothingHadHappened(String yaml) throws Exception {
    goesOn(yaml, folder);
  }

  @Test
  void soItDoesInAnEncryptedFolder(@TempDir(factory = SealedTempDirs.class) Path sealed)
      throws Exception {
    PlantedSplit.write(sealed);
    goesOn(ALS, sealed);
    assertThat(Sealed.isEncrypted(sealed.resolve("whole/topk.tsv"))).isTrue();
  }

  private static void goesOn(String yaml, Path folder) throws Exception {
    RunFolder whole =
        LocalRuns.train(
            folder, yaml, folder.resolve("whole"), IfExists.REFUSE, Workers.real(folder));
    try (QueueJobRunner jobs = QueueJobRunner.forThisMachine()) {
      TrainingService service =
          new TrainingService(
              RunPreparer.onFiles(), jobs, Workers.real(folder), folder.resolve("runs"));
      TrainingJob job =
          service.start(
              ExperimentReader.read(folder.resolve("experiment.yaml")),
              folder.resolve("runs").resolve("cut"),
              IfExists.REFUSE);
      killWorkerAfter(job, 4);
      JobOutcome<RunRecord> outcome = job.job().ended().toCompletableFuture().get();
      assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
      RunFolder cut = job.folder();
      assertThat(cut.state()).isEqualTo(RunFolder.State.UNFINISHED);
      assertThat(service.interrupted()).containsExactly(cut);
      assertThat(service.runs()).isEmpty();
      assertThatThrownBy(cut::record)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("unfinished run");

      // the sources are not needed any more
      Files.delete(folder.resolve("train.tsv"));
      TrainingJob resumed = service.resume(cut);
      assertThat(resumed.epochs().get()).hasSizeGreaterThanOrEqualTo(4);
      assertThat(resumed.job().ended().toCompletableFuture().get())
          .isInstanceOf(JobOutcome.Done.class);
      assertThat(cut.log()).content().contains("resumed after epoch");
      assertThat(Files.mismatch(cut.weights(), whole.weights())).isEqualTo(-1);
      assertThat(Files.mismatch(cut.topFile(), whole.topFile())).isEqualTo(-1);
      assertThat(cut.record().metrics()).isEqualTo(whole.record().metrics());
      assertThat(cut.record().bestEpoch()).isEqualTo(whole.record().bestEpoch());
      assertThat(cut.epochs().stream().map(line -> Map.entry(line.epoch(), line.valid())))
          .containsExactlyElementsOf(
              whole.epochs().stream().map(line -> Map.entry(line.epoch(), line.valid())).toList());
      assertThat(cut.record().peakMemoryMb()).isGreaterThan(100);
      service.remove(cut);
      assertThat(cut.path()).doesNotExist();
    }
  }

  @Test
  void aCancelledTrainingKeepsItsCheckpointAndCanGoOn() throws IOException {
    Path file = Files.writeString(folder.resolve("experiment.yaml"), ALS);
    AtomicInteger epochs = new AtomicInteger();
    CallerJobRunner cancelling =
        new CallerJobRunner(progress -> epochs.set((int) progress.done()), () -> epochs.get() >= 3);
    TrainingService service =
        new TrainingService(
            RunPreparer.onFiles(), cancelling, LocalRuns.workers(), folder.resolve("runs"));
    Path out = folder.resolve("runs").resolve("cancelled");
    TrainingJob job = service.start(ExperimentReader.read(file), out, IfExists.REFUSE);
    assertThat(job.job().outcome().orElseThrow()).isInstanceOf(JobOutcome.Cancelled.class);
    assertThat(service.interrupted()).containsExactly(job.folder());
    assertThat(job.folder().epochs()).hasSize(3);
    assertThat(job.folder().log()).content().contains("ended before its end: cancelled");
    RunFolder whole = LocalRuns.train(folder, ALS, folder.resolve("whole"));
    RunFolder resumed = LocalRuns.train(folder, ALS, out, IfExists.RESUME, LocalRuns.workers());
    assertThat(resumed.record().metrics()).isEqualTo(whole.record().metrics());
  }

  @Test
  void anExistingFolderIsLeftAloneUnlessAskedOtherwise() throws IOException {
    String quick = ALS.replace("150", "3").replace("140", "2");
    Path out = folder.resolve("out");
    RunFolder run = LocalRuns.train(folder, quick, out);
    String first = Files.readString(run.runJson());
    assertThatThrownBy(() -> LocalRuns.train(folder, quick, out))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(out + " exists already")
        .hasMessageContaining("--resume")
        .hasMessageContaining("--force");
    LocalRuns.train(folder, quick, out, IfExists.RESUME, LocalRuns.workers());
    assertThat(run.runJson()).hasContent(first);
    assertThatThrownBy(
            () ->
                LocalRuns.train(
                    folder,
                    quick.replace("embeddingSize: 8", "embeddingSize: 9"),
                    out,
                    IfExists.RESUME,
                    LocalRuns.workers()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("another 'model'");
    LocalRuns.train(
        folder,
        quick.replace("embeddingSize: 8", "embeddingSize: 9"),
        out,
        IfExists.REPLACE,
        LocalRuns.workers());
    assertThat(run.record().configuration().get("model").toString()).contains("9");

    Files.writeString(folder.resolve("test.tsv"), "user\titem\nu\n");
    String second = Files.readString(run.runJson());
    assertThatThrownBy(
            () -> LocalRuns.train(folder, quick, out, IfExists.REPLACE, LocalRuns.workers()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("test.tsv, row 2: 1 fields where the header has 2");
    assertThat(run.runJson()).hasContent(second);

    Path other = Files.createDirectory(folder.resolve("letters"));
    Files.writeString(other.resolve("letter.txt"), "keep me");
    assertThatThrownBy(
            () -> LocalRuns.train(folder, quick, other, IfExists.REPLACE, LocalRuns.workers()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds something that is no run");
    assertThat(other.resolve("letter.txt")).exists();
  }

  private static void killWorkerAfter(TrainingJob job, int epochs) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (job.epochs().get().size() < epochs && Instant.now().isBefore(deadline)) {
      Thread.sleep(2);
    }
    assertThat(job.epochs().get()).hasSizeGreaterThanOrEqualTo(epochs);
    assertThat(Workers.process(job.job()).destroyForcibly()).isTrue();
  }
}
