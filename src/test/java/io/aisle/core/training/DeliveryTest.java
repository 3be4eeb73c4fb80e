package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.export.ListExport;
import io.aisle.core.export.ListExportService;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.users.UsersService;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.run.RunRecord;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was judged, fitted once more on everything. */
@Beside
class DeliveryTest {
  private static final Path SAMPLE = Path.of("sample-datasets", "movielens-small").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void everythingIsTrainedOnForAsLongAsWasBestAndNothingIsJudged() throws IOException {
    RunFolder source = LocalRuns.train(folder, yaml("random", "epochs: 6, patience: 2"), out("a"));
    RunRecord judged = source.record();
    ReadExperiment delivery = Delivery.of(source, "BPR for the shop");
    assertThat(delivery.experiment().split()).isEqualTo(new SplitSpec.Everything());
    assertThat(delivery.experiment().training().epochs()).isEqualTo(judged.bestEpoch());
    assertThat(delivery.experiment().training().patience()).isZero();

    Path yaml = folder.resolve("delivery.yaml");
    Files.writeString(yaml, ExperimentWriter.toYaml(delivery.experiment()));
    RunFolder run = LocalRuns.train(folder, Files.readString(yaml), out("b"));
    RunRecord record = run.record();
    assertThat(record.fittedOnEverything()).isTrue();
    assertThat(record.metrics().test()).isEmpty();
    assertThat(record.metrics().valid()).isEmpty();
    assertThat(record.epochs()).isEqualTo(judged.bestEpoch());
    RunRecord.Size size = judged.size();
    assertThat(record.size().train()).isEqualTo(size.train() + size.valid() + size.test());
    assertThat(record.size().evaluated()).isZero();
    assertThat(record.dataFingerprint()).isEqualTo(judged.dataFingerprint());
    assertThat(record.protocolHash()).isNotEqualTo(judged.protocolHash());
    assertThat(record.warnings()).anyMatch(warning -> warning.contains("fitted on everything"));
    assertThat(run.top()).isEmpty();
    assertAnswers(run);
    assertRefused(source, run);
  }

  private void assertAnswers(RunFolder run) throws IOException {
    try (UsersService users = new UsersService(LocalRuns.workers())) {
      assertThat(users.users(run)).hasSize(671);
      String user = users.users(run).getFirst().user();
      assertThat(users.explain(run, user, Optional.empty()).contributions()).isNotEmpty();
    }
    Path lists = folder.resolve("lists.tsv");
    try (CallerJobRunner jobs = new CallerJobRunner()) {
      var written =
          jobs.submit(
                  "export",
                  JobNeeds.LIGHT,
                  control ->
                      new ListExportService(LocalRuns.workers())
                          .write(run, new ListExport(List.of(), 3, 30, lists), control))
              .outcome();
      assertThat(written).isPresent();
    }
    int users =
        (int) Files.lines(lists).skip(1).map(row -> row.split("\t", -1)[0]).distinct().count();
    assertThat(users).as("those with a history of 30 or more").isBetween(100, 660);
    assertThat(Files.lines(lists).count()).isEqualTo(3L * users + 1);
  }

  private static void assertRefused(RunFolder source, RunFolder run) {
    assertThatThrownBy(() -> new ComparisonService().compare(List.of(source, run)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fitted on everything");
    assertThatThrownBy(() -> Delivery.of(run, "again"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("already");
  }

  @Test
  void anIterativeModelMustSayHowLong() {
    assertThatThrownBy(() -> LocalRuns.train(folder, yaml("none", "seed: 3"), out("c")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("training.epochs is missing")
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  private static String yaml(String split, String training) {
    return """
    dataset:
      interactions: '%s'
      columns: {user: userId, item: movieId, time: timestamp, value: rating}
    prepare: {core: 5}
    split: {kind: %s}
    protocol: {metrics: [ndcg], k: 10}
    model: {kind: bpr, embeddingSize: 8}
    training: {threads: 1, %s}
    """
        .formatted(SAMPLE.resolve("ratings.csv.gz"), split, training);
  }
}
