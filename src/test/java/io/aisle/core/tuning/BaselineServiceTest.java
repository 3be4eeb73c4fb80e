package io.aisle.core.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.Job;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.training.Cores;
import io.aisle.core.training.DataSeal;
import io.aisle.core.training.ExperimentReader;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunPreparer;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaselineServiceTest {
  private static final String SASREC =
      """
      split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
      protocol: {k: [10]}
      model: {kind: sasrec, embeddingSize: 8, layers: 1, heads: 1, maxLength: 8}
      training: {epochs: 1, threads: 1}
      """;

  private static Path folder;
  private RunFolder neural;

  @BeforeAll
  void train(@TempDir Path temporary) throws IOException {
    folder = temporary;
    PlantedSplit.write(folder);
    neural = LocalRuns.train(folder, SASREC, folder.resolve("runs/sasrec"));
    // the folder alone must do
    for (String part : List.of("train.tsv", "valid.tsv", "test.tsv")) {
      Files.move(folder.resolve(part), folder.resolve(part + ".away"));
    }
  }

  @Test
  void aNeuralRunGetsTunedBaselinesOnceAndThenTheyAreReused(@TempDir Path other)
      throws IOException {
    RunFolder run = copied(other);
    assertThat(BaselineService.look(List.of(run)).missing()).isEqualTo(wanted());
    AtomicInteger started = new AtomicInteger();
    BaselineService.Found found = value(beside(run, counting(started)));

    assertThat(found.leftOut()).isEmpty();
    assertThat(kinds(found.runs())).isEqualTo(Set.copyOf(wanted()));
    assertThat(found.runs())
        .allSatisfy(
            each -> {
              assertThat(each.record().tuned().trials()).isEqualTo(BaselineService.TRIALS);
              assertThat(DataSeal.of(each.record())).isEqualTo(DataSeal.of(run.record()));
            });
    List<RunFolder> all = new ArrayList<>(List.of(run));
    all.addAll(found.runs());
    assertThat(new ComparisonService().compare(all).rows()).hasSize(all.size());
    Baselines now = BaselineService.look(all);
    assertThat(now.missing()).isEmpty();
    assertThat(now.sentences().getFirst()).contains("tuned on the validation part");

    int before = started.get();
    BaselineService.Found again = value(beside(run, counting(started)));
    assertThat(again.runs()).containsExactlyInAnyOrderElementsOf(found.runs());
    assertThat(started.get()).isEqualTo(before);
  }

  @Test
  void tunedRunsBesideTheComparedOnesAreReused(@TempDir Path other) throws IOException {
    RunFolder run = copied(other);
    for (RunFolder each : value(beside(run, LocalRuns.workers())).runs()) {
      Files.move(each.path(), other.resolve("mine-" + each.record().model().id()));
    }
    AtomicInteger started = new AtomicInteger();
    BaselineService.Found found = value(beside(run, counting(started)));
    assertThat(found.runs()).allMatch(each -> each.name().startsWith("mine-"));
    assertThat(started.get()).isZero();
  }

  @Test
  void whatCannotBeHadIsLeftOutWithItsReason(@TempDir Path other) throws IOException {
    RunFolder run = copied(other);
    Path about = run.data().resolve("about.json");
    Files.writeString(
        about, Files.readString(about).replaceFirst("\"items\"\\s*:\\s*\\d+", "\"items\": 900000"));
    BaselineService.Found found = value(beside(run, LocalRuns.workers()));
    assertThat(found.leftOut()).containsKey("ease");
    assertThat(found.leftOut().get("ease")).contains("needs about", "MiB");
    Baselines said =
        BaselineService.look(List.of(run)).leftOut(Map.of("ease", found.leftOut().get("ease")));
    assertThat(said.missing()).doesNotContain(ModelKind.EASE);
    assertThat(said.sentences().getLast()).startsWith("The baseline ease was left out: ease on");
  }

  @Test
  void withoutANeuralModelNothingIsDone(@TempDir Path other) throws IOException {
    PlantedSplit.write(other);
    RunFolder simple =
        LocalRuns.train(
            other,
            SASREC.replaceAll("model: .*", "model: {kind: popularity}").replace("epochs: 1, ", ""),
            other.resolve("runs/popularity"));
    assertThat(BaselineService.look(List.of(simple)).sentences()).isEmpty();
    assertThat(value(beside(simple, LocalRuns.workers())).runs()).isEmpty();
  }

  @Test
  void aModelThatIsYetToBeTrainedGetsThemInTheWorkspace(@TempDir Path other) throws IOException {
    PlantedSplit.write(other);
    Path file = other.resolve("experiment.yaml");
    Files.writeString(file, SASREC);
    Experiment experiment = ExperimentReader.read(file).experiment();
    CallerJobRunner jobs = new CallerJobRunner();
    TrainingService training =
        new TrainingService(
            RunPreparer.onFiles(), jobs, LocalRuns.workers(), other.resolve("runs"));
    BaselineService.Found found =
        value(
            service(jobs, LocalRuns.workers())
                .addFor(
                    experiment,
                    new InWorkspace(
                        training, "baselines", other.resolve("searches"), Optional.empty())));
    // what a given split says of its order is known once the run has been checked
    assertThat(kinds(found.runs())).contains(ModelKind.ITEM_KNN, ModelKind.EASE, ModelKind.ALS);
    assertThat(training.runs()).containsAll(found.runs());
  }

  private RunFolder copied(Path to) throws IOException {
    Path copy = to.resolve("sasrec");
    Files.createDirectories(copy.resolve("data"));
    for (Path from : List.of(neural.path(), neural.data())) {
      try (var files = Files.list(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, copy.resolve(neural.path().relativize(file)));
        }
      }
    }
    return new RunFolder(copy);
  }

  private List<ModelKind> wanted() {
    return Baselines.wanted(neural.record());
  }

  private static Set<ModelKind> kinds(List<RunFolder> runs) {
    return runs.stream().map(run -> run.record().model()).collect(Collectors.toSet());
  }

  private static Job<BaselineService.Found> beside(RunFolder run, WorkerLauncher workers) {
    CallerJobRunner jobs = new CallerJobRunner();
    TrainingService training =
        new TrainingService(RunPreparer.onFiles(), jobs, workers, folder.resolve("none"));
    return service(jobs, workers).add(List.of(run), new BesideRuns(training, List.of(run), run));
  }

  private static BaselineService service(CallerJobRunner jobs, WorkerLauncher workers) {
    return new BaselineService(
        new TuningService(RunPreparer.onFiles(), jobs, workers, Cores.ALL), jobs);
  }

  private static WorkerLauncher counting(AtomicInteger started) {
    return needs -> {
      started.incrementAndGet();
      return LocalRuns.workers().start(needs);
    };
  }

  private static BaselineService.Found value(Job<BaselineService.Found> job) {
    return switch (job.outcome().orElseThrow()) {
      case JobOutcome.Done<BaselineService.Found> done -> done.value();
      case JobOutcome.Failed<BaselineService.Found> failed ->
          throw new AssertionError(failed.sentence());
      case JobOutcome.Cancelled<BaselineService.Found> _ -> throw new AssertionError("cancelled");
    };
  }
}
