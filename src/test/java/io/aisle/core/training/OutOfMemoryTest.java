package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.model.DataShape;
import io.aisle.ml.neural.NativeSetup;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that want more memory than there is. */
@Beside
@Timeout(120)
class OutOfMemoryTest {
  private static final int USERS = 4000;
  private static final String YAML =
      """
      split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
      protocol: {k: [10]}
      model: {kind: bpr, embeddingSize: %d}
      training: {epochs: 2, threads: 1}
      """;

  @TempDir Path folder;

  @Test
  void aWorkerWithATinyHeapFailsWithASentenceAndTheQueueGoesOn() throws Exception {
    data();
    WorkerLauncher real = Workers.real(folder);
    WorkerLauncher tiny = needs -> real.start(new WorkerNeeds(needs.threads(), 40, needs.device()));
    try (QueueJobRunner jobs = QueueJobRunner.forThisMachine()) {
      TrainingService service =
          new TrainingService(RunPreparer.onFiles(), jobs, tiny, folder.resolve("runs"));
      TrainingJob big = service.start(experiment(1024));
      TrainingJob small = service.start(experiment(4));
      assertThat(outcome(big))
          .isInstanceOfSatisfying(
              JobOutcome.Failed.class,
              failed ->
                  assertThat(failed.sentence())
                      .contains("memory")
                      .containsAnyOf("embeddingSize: 512", "embeddingSize: 256")
                      .contains("prepare.core for at most"));
      assertThat(outcome(small)).isInstanceOf(JobOutcome.Done.class);
      assertThat(service.interrupted()).hasSize(1);
      assertThat(service.interrupted().getFirst().log()).content().contains("memory");
    }
  }

  private static JobOutcome<RunRecord> outcome(TrainingJob training) throws Exception {
    return training.job().ended().toCompletableFuture().get();
  }

  private ReadExperiment experiment(int width) throws IOException {
    Path file = folder.resolve("experiment-" + width + ".yaml");
    Files.writeString(file, YAML.formatted(width));
    return ExperimentReader.read(file);
  }

  private void data() throws IOException {
    for (String part : List.of("train", "valid", "test")) {
      List<String> lines = new ArrayList<>(List.of("user\titem"));
      for (int user = 0; user < USERS; user++) {
        lines.add("u" + user + "\ti" + (user * 7 + part.length()) % USERS);
      }
      Files.write(folder.resolve(part + ".tsv"), lines);
    }
  }

  @Test
  void theWordsOfLibtorchAreRecognised() {
    NativeSetup.prepare(1);
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
      Throwable failure = catchThrowable(() -> manager.create(new Shape(1L << 45)));
      assertThat(OutOfMemory.isNative(failure)).as("%s", failure).isTrue();
    }
    assertThat(OutOfMemory.isNative(new IllegalStateException("a shape is wrong"))).isFalse();
    assertThat(
            OutOfMemory.isNative(
                new IllegalStateException("CUDA out of memory. Tried to allocate 2 GiB")))
        .isTrue();
  }

  @Test
  void whatWouldFitIsTheLargestThatDoes() throws IOException {
    Experiment sasrec = experimentOf("{kind: sasrec}", "{batchSize: 4096}");
    DataShape shape = new DataShape(50_000, 200_000, 2_000_000);
    double all = WorkerPlan.estimate(sasrec, shape).memoryMb();
    String fitting = Smaller.fitting(sasrec, shape, all / 4);
    assertThat(fitting).matches("batchSize: \\d+, .*prepare\\.core for at most [\\d,]+ items");
    int batch = Integer.parseInt(fitting.replaceAll("batchSize: (\\d+),.*", "$1"));
    TrainingSpec fits = sasrec.training().withBatchSize(batch);
    TrainingSpec tooBig = sasrec.training().withBatchSize(2 * batch);
    assertThat(WorkerPlan.estimate(sasrec.model(), fits, shape).memoryMb())
        .isLessThanOrEqualTo((long) (all / 4));
    assertThat(WorkerPlan.estimate(sasrec.model(), tooBig, shape).memoryMb())
        .isGreaterThan((long) (all / 4));
    assertThat(Smaller.fitting(sasrec, shape, 1)).isEqualTo("another model");
    assertThat(TrainingKeys.usedBy(ModelKind.SASREC)).contains("batchSize");
  }

  private Experiment experimentOf(String model, String training) throws IOException {
    data();
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(
        file,
        """
        split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
        model: %s
        training: %s
        """
            .formatted(model, training));
    return ExperimentReader.read(file).experiment();
  }
}
