package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.job.Job;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerHello;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.job.WorkerLink;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.model.Metric;
import io.aisle.domain.run.RunRecord;
import io.aisle.testkit.FirstWeeks;
import io.aisle.testkit.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten models on the first weeks of a real shop: one is paused, one is cancelled, the process of one
 * is killed; the others end and stand in one comparison.
 */
@Timeout(180)
class TenInTheQueueTest {
  private static final int LINES = 30_000;
  private static final List<String> MODELS =
      List.of(
          "bpr, embeddingSize: 8",
          "bpr, embeddingSize: 16",
          "als, embeddingSize: 12",
          "popularity",
          "item-knn, neighbours: 20",
          "item-knn, neighbours: 80",
          "ease, regularization: 100",
          "als, embeddingSize: 8",
          "als, embeddingSize: 16",
          "sasrec, embeddingSize: 16, layers: 1, maxLength: 10");
  private static final String YAML =
      """
      name: run-%d
      dataset:
        interactions: shop.csv
        columns: {user: CustomerID, item: StockCode, time: InvoiceDate}
      prepare: {repeats: first, core: 5}
      split: {kind: leave-last-out}
      protocol: {k: [10]}
      model: {kind: %s}
      training: {epochs: %d, patience: 0, threads: 1}
      """;

  @TempDir Path folder;

  private final Map<Path, Long> pids = new ConcurrentHashMap<>();

  @Test
  void theOthersEndAndAreCompared() throws Exception {
    shop();
    try (QueueJobRunner jobs = new QueueJobRunner(2, 16_000)) {
      TrainingService service =
          new TrainingService(RunPreparer.onFiles(), jobs, this::worker, folder.resolve("runs"));
      List<TrainingJob> queue = new ArrayList<>();
      for (int at = 0; at < MODELS.size(); at++) {
        queue.add(service.start(experiment(at)));
      }
      TrainingJob paused = queue.get(0);
      TrainingJob killed = queue.get(1);
      TrainingJob cancelled = queue.get(2);

      await(() -> paused.epochs().get().size() > 1);
      paused.job().pause();
      await(() -> killed.epochs().get().size() > 1);
      ProcessHandle.of(pids.get(killed.folder().path())).orElseThrow().destroyForcibly();
      await(() -> cancelled.job().state() == Job.State.RUNNING);
      cancelled.job().cancel();

      for (TrainingJob each : queue.subList(3, 10)) {
        assertThat(outcome(each)).as(each.experiment().name()).isInstanceOf(JobOutcome.Done.class);
      }
      assertThat(outcome(killed))
          .isInstanceOfSatisfying(
              JobOutcome.Failed.class,
              failed ->
                  assertThat(failed.sentence())
                      .contains("was killed from outside")
                      .contains("resume it"));
      assertThat(outcome(cancelled)).isInstanceOf(JobOutcome.Cancelled.class);
      assertThat(paused.job().state()).isEqualTo(Job.State.PAUSED);
      assertThat(service.runs()).hasSize(7);
      assertCompared(service);
      assertThat(service.interrupted()).contains(killed.folder());
      paused.job().cancel();
      assertThat(outcome(paused)).isInstanceOf(JobOutcome.Cancelled.class);
    }
  }

  private static void assertCompared(TrainingService service) {
    Comparison comparison =
        new ComparisonService().compare(service.runs(), List.of(Metric.parse("ndcg@10")));
    assertThat(comparison.rows()).hasSize(7);
    assertThat(comparison.users()).isGreaterThan(300);
  }

  private static JobOutcome<RunRecord> outcome(TrainingJob training) throws Exception {
    return training.job().ended().toCompletableFuture().get(120, TimeUnit.SECONDS);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int look = 0; look < 30_000 && !condition.getAsBoolean(); look++) {
      Thread.sleep(2);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private ReadExperiment experiment(int at) throws IOException {
    Path file = folder.resolve("experiment-" + at + ".yaml");
    Files.writeString(file, YAML.formatted(at, MODELS.get(at), at < 3 ? 20_000 : 3));
    return ExperimentReader.read(file);
  }

  private void shop() throws IOException {
    List<String> lines =
        FirstWeeks.lines(LINES).stream()
            .map(line -> line.replaceFirst("(\\d) (\\d\\d:)", "$1T$2"))
            .toList();
    Files.write(folder.resolve("shop.csv"), lines);
  }

  /** A real worker; notes in which process a folder is trained. */
  private WorkerLink worker(WorkerNeeds needs) {
    WorkerLauncher launcher = Workers.real(folder);
    WorkerLink link = launcher.start(needs);
    return new WorkerLink() {
      @Override
      public WorkerHello hello() {
        return link.hello();
      }

      @Override
      public JsonNode call(
          String operation, JsonNode args, WorkerEvents events, CancelSignal cancel) {
        pids.put(Path.of(args.path("folder").asText()), link.hello().pid());
        return link.call(operation, args, events, cancel);
      }

      @Override
      public boolean alive() {
        return link.alive();
      }

      @Override
      public long peakMemoryMb() {
        return link.peakMemoryMb();
      }

      @Override
      public void close() {
        link.close();
      }
    };
  }
}
