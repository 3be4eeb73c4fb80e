package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.aisle.core.job.Job;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerHello;
import io.aisle.core.job.WorkerLink;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.run.RunRecord;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker is started only for a training whose forecast fits beside those that run. */
@Beside
@Timeout(60)
class AdmissionTest {
  private static final String YAML =
      """
      split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
      protocol: {k: [10]}
      model: %s
      training: {threads: 1}
      """;

  @TempDir Path folder;

  private final AtomicInteger started = new AtomicInteger();
  private final Semaphore ends = new Semaphore(0);

  @Test
  void theSecondOfTwoBigOnesHasNoWorkerBeforeTheFirstHasEnded() throws Exception {
    data(20_000);
    try (QueueJobRunner jobs = new QueueJobRunner(2, 2000)) {
      TrainingService service = service(jobs);
      TrainingJob first = service.start(experiment("{kind: bpr, embeddingSize: 1024}"));
      TrainingJob second = service.start(experiment("{kind: bpr, embeddingSize: 1024}"));
      await(1);
      while (waiting(first) == waiting(second)) {
        Thread.sleep(5);
      }
      TrainingJob held = waiting(first) ? first : second;
      assertThat(held.job().started()).as("it has prepared its data").isPresent();
      assertThat(started).hasValue(1);
      ends.release();
      await(2);
      ends.release();
      assertThat(outcome(first)).isInstanceOf(JobOutcome.Cancelled.class);
      assertThat(outcome(second)).isInstanceOf(JobOutcome.Cancelled.class);
    }
  }

  @Test
  void smallOnesRunSideBySide() throws Exception {
    data(200);
    try (QueueJobRunner jobs = new QueueJobRunner(2, 2000)) {
      TrainingService service = service(jobs);
      service.start(experiment("{kind: bpr, embeddingSize: 8}"));
      service.start(experiment("{kind: popularity}"));
      await(2);
      ends.release(2);
    }
  }

  @Test
  void oneThatCanNeverFitIsRefusedWithWhatWouldAndGetsNoWorker() throws Exception {
    data(400_000);
    try (QueueJobRunner jobs = new QueueJobRunner(2, 2000)) {
      assertThat(outcome(service(jobs).start(experiment("{kind: ease}"))))
          .isInstanceOfSatisfying(
              JobOutcome.Failed.class,
              failed ->
                  assertThat(failed.sentence())
                      .startsWith("ease on 400,000 users and 400,000 items needs about")
                      .containsPattern("what would fit: prepare.core for at most [\\d,]+ items"));
      assertThat(started).hasValue(0);
    }
  }

  private TrainingService service(QueueJobRunner jobs) {
    return new TrainingService(
        RunPreparer.onFiles(), jobs, this::worker, folder.resolve("runs"), Cores.ALL);
  }

  private static boolean waiting(TrainingJob training) {
    return training.job().state() == Job.State.WAITING;
  }

  private void await(int workers) throws InterruptedException {
    while (started.get() < workers) {
      Thread.sleep(5);
    }
  }

  private static JobOutcome<RunRecord> outcome(TrainingJob training) throws Exception {
    return training.job().ended().toCompletableFuture().get(50, TimeUnit.SECONDS);
  }

  private ReadExperiment experiment(String model) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, YAML.formatted(model));
    return ExperimentReader.read(file);
  }

  private void data(int size) throws IOException {
    for (String part : List.of("train", "valid", "test")) {
      List<String> lines = new ArrayList<>(List.of("user\titem"));
      for (int user = 0; user < size; user++) {
        lines.add("u" + user + "\ti" + (user + part.length()) % size);
      }
      Files.write(folder.resolve(part + ".tsv"), lines);
    }
  }

  /** Trains nothing: holds its place until it is let go, and ends as cancelled. */
  private WorkerLink worker(WorkerNeeds needs) {
    started.incrementAndGet();
    return new WorkerLink() {
      @Override
      public WorkerHello hello() {
        return new WorkerHello(1, needs.device(), needs.threads(), Map.of());
      }

      @Override
      public JsonNode call(
          String operation, JsonNode args, WorkerEvents events, CancelSignal cancel) {
        try {
          ends.acquire();
        } catch (InterruptedException e) {
          return NullNode.getInstance();
        }
        throw new CancelledException();
      }

      @Override
      public boolean alive() {
        return true;
      }

      @Override
      public long peakMemoryMb() {
        return 0;
      }

      @Override
      public void close() {
        // nothing was started
      }
    };
  }
}
