package io.aisle.core.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.app.worker.WorkerOps;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobWait;
import io.aisle.core.job.LocalWorker;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.Cores;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunPreparer;
import io.aisle.core.training.TrialOp;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.Trial;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class TuningServiceTest {
  private static final String SPLIT =
      "split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}\n";
  private static final String BOTH =
      SPLIT
          + """
          models:
            - {kind: item-knn}
            - {kind: bpr, embeddingSize: 8, training: {epochs: 27}}
          search: {method: asha, trials: 4}
          """;

  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void split() {
    PlantedSplit.write(folder);
  }

  @Test
  void theBestTrialIsKeptAndItsRunSaysThatItWasTuned() throws IOException {
    Search search = search(BOTH);
    List<Trial> trials = done(tuning(workers()), search, IfExists.REFUSE);

    assertThat(trials).hasSize(8).allMatch(Trial::finished);
    assertThat(trials.subList(4, 8)).anyMatch(trial -> trial.results().size() == 4);
    Trial winner = Winners.ofEachModel(search, trials).getFirst();
    var run =
        LocalRuns.service(folder.resolve("runs"), LocalRuns.workers())
            .start(
                Winners.experiment(search, trials, winner),
                folder.resolve("best"),
                IfExists.REFUSE);
    assertThat(run.job().outcome().orElseThrow()).isInstanceOf(JobOutcome.Done.class);
    var record = new RunFolder(folder.resolve("best")).record();
    assertThat(record.tuned().trials()).isEqualTo(4);
    assertThat(record.tuned().method()).isEqualTo("asha");
    assertThat(record.tuned().trial()).isEqualTo(winner.number());
    assertThat(record.tuned().space()).containsKey("model");
    // the trial saw what the run sees on validation
    assertThat(record.metrics().valid().get("ndcg@10")).isEqualTo(winner.value());
  }

  @Test
  void noTrialCanSeeTheTestPart() throws IOException {
    Search search = search(BOTH);
    List<Trial> trials = done(tuning(workers()), search, IfExists.REFUSE);
    try (var in =
        new GZIPInputStream(Files.newInputStream(folder.resolve("search/data/test.tsv.gz")))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()).hasSize(1);
    }
    // everything that workers were given lies in the folder of the search
    assertThat(asked).isNotEmpty().allMatch(path -> path.startsWith(folder + "/search"));

    // with the items of the test part exchanged among users nothing changes
    List<String> rows = new ArrayList<>(Files.readAllLines(folder.resolve("test.tsv")));
    for (int r = 1; r < rows.size(); r++) {
      String[] fields = rows.get(r).split("\t");
      fields[1] = PlantedSplit.item(r % PlantedSplit.ITEMS);
      rows.set(r, String.join("\t", fields));
    }
    Files.write(folder.resolve("test.tsv"), rows);
    TuningJob other =
        tuning(workers()).start(search, new SearchFolder(folder.resolve("other")), IfExists.REFUSE);
    assertThat(values(value(other))).isEqualTo(values(trials));
  }

  @Test
  void aDataFolderWithATestPartIsRefused() throws IOException {
    Search search = search(BOTH);
    done(tuning(workers()), search, IfExists.REFUSE);
    Files.delete(folder.resolve("search/trials.json"));
    Files.copy(
        folder.resolve("search/data/valid.tsv.gz"),
        folder.resolve("search/data/test.tsv.gz"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> done(tuning(workers()), search, IfExists.RESUME))
        .hasMessageContaining("holds a test part, which no search may look at");
  }

  @Test
  void aSearchThatWasCutOffGoesOnWithoutRepeatingATrial() throws IOException {
    Search search = search(BOTH);
    List<Trial> whole =
        value(
            tuning(LocalRuns.workers())
                .start(search, new SearchFolder(folder.resolve("whole")), IfExists.REFUSE));
    int tasks = whole.stream().mapToInt(trial -> trial.results().size()).sum();

    assertThatThrownBy(() -> done(tuning(dyingAfter(5)), search, IfExists.REFUSE))
        .isInstanceOf(OperationException.class);
    asked.clear();
    List<Trial> resumed = done(tuning(workers()), search, IfExists.RESUME);

    assertThat(asked).hasSize(tasks - 5);
    assertThat(values(resumed)).isEqualTo(values(whole));
    asked.clear();
    done(tuning(workers()), search, IfExists.RESUME);
    assertThat(asked).isEmpty();
  }

  @Test
  void trialsRunBesideEachOther() throws IOException {
    Search search = search(BOTH.replace("asha", "random"));
    List<Trial> one = done(tuning(workers()), search, IfExists.REFUSE);
    try (QueueJobRunner jobs = new QueueJobRunner(4, 100_000)) {
      TuningJob job =
          new TuningService(RunPreparer.onFiles(), jobs, LocalRuns.workers(), Cores.ALL)
              .start(search, new SearchFolder(folder.resolve("queue")), IfExists.REFUSE);
      JobWait.forAll(List.of(job.job()), CancelSignal.NEVER, () -> {});
      assertThat(values(value(job))).isEqualTo(values(one));
    }
  }

  @Test
  void aFolderOfSomethingElseIsRefused() throws IOException {
    Search search = search(BOTH);
    done(tuning(workers()), search, IfExists.REFUSE);
    assertThatThrownBy(() -> done(tuning(workers()), search, IfExists.REFUSE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("exists already");
    Search other = search(BOTH.replace("trials: 4", "trials: 5"));
    assertThatThrownBy(() -> done(tuning(workers()), other, IfExists.RESUME))
        .hasMessageContaining("was started with another search");
  }

  @Test
  void withoutAValidationPartThereIsNoSearch() throws IOException {
    Files.writeString(folder.resolve("valid.tsv"), "user\titem\ttime\n");
    Search search = search(BOTH);
    assertThatThrownBy(() -> done(tuning(workers()), search, IfExists.REFUSE))
        .hasMessageContaining("the validation part is empty");
  }

  private Search search(String yaml) throws IOException {
    Path file = folder.resolve("s.yaml");
    Files.writeString(file, yaml);
    return SearchReader.read(file).search();
  }

  private TuningService tuning(WorkerLauncher workers) {
    return new TuningService(RunPreparer.onFiles(), new CallerJobRunner(), workers, Cores.ALL);
  }

  private List<Trial> done(TuningService tuning, Search search, IfExists ifExists) {
    return value(tuning.start(search, new SearchFolder(folder.resolve("search")), ifExists));
  }

  private static List<Trial> value(TuningJob job) {
    return switch (job.job().outcome().orElseThrow()) {
      case JobOutcome.Done<List<Trial>> done -> done.value();
      case JobOutcome.Failed<List<Trial>> failed -> throw new OperationException(failed.sentence());
      case JobOutcome.Cancelled<List<Trial>> _ -> throw new OperationException("cancelled");
    };
  }

  private static Map<Integer, Double> values(List<Trial> trials) {
    Map<Integer, Double> values = new HashMap<>();
    trials.forEach(trial -> values.put(trial.number(), trial.value()));
    return values;
  }

  private WorkerLauncher workers() {
    return dyingAfter(Integer.MAX_VALUE);
  }

  /** Notes the folders that it was given; the process ends in the middle of a later trial. */
  private WorkerLauncher dyingAfter(int trials) {
    Map<String, WorkerOp> operations = new HashMap<>(WorkerOps.all());
    WorkerOp real = operations.get(TrialOp.NAME);
    int[] left = {trials};
    operations.put(
        TrialOp.NAME,
        (args, context) -> {
          if (left[0]-- <= 0) {
            throw new AssertionError("the process ended");
          }
          asked.add(args.required("folder").asText());
          return real.run(args, context);
        });
    return needs -> new LocalWorker(operations, needs);
  }
}
