package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.evaluation.PerUserTable;
import io.aisle.core.explanation.Explanation;
import io.aisle.core.export.ListExport;
import io.aisle.core.export.ListExportService;
import io.aisle.core.job.JobControl;
import io.aisle.core.users.ModelList;
import io.aisle.core.users.UsersService;
import io.aisle.domain.InputException;
import io.aisle.domain.job.Progress;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelTrait;
import io.aisle.domain.run.RunRecord;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every model from an experiment file to a folder that can be moved and asked. */
@Beside
class RunEndToEndTest {
  private static final Set<ModelKind> ADDITIVE =
      EnumSet.of(ModelKind.EASE, ModelKind.ITEM_KNN, ModelKind.SLIM, ModelKind.ALS);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ModelKind.class)
  void aRunHasEveryFileAndMayBeMoved(ModelKind kind) throws IOException {
    if (kind.has(ModelTrait.PREDICTS)) {
      PlantedSplit.writeRated(folder);
    } else {
      PlantedSplit.write(folder);
    }
    RunFolder trained = LocalRuns.train(folder, yaml(kind), folder.resolve("out"));
    RunFolder run = new RunFolder(folder.resolve("elsewhere"));
    Files.move(trained.path(), run.path());
    for (String source : List.of("train.tsv", "valid.tsv", "test.tsv", "items.csv")) {
      Files.delete(folder.resolve(source));
    }

    RunRecord record = run.record();
    assertThat(record.model()).isEqualTo(kind);
    assertThat(record.configuration()).containsKeys("split", "protocol", "model", "training");
    assertThat(record.protocolHash()).hasSize(64);
    assertThat(record.dataFingerprint()).hasSize(64);
    assertThat(record.size())
        .isEqualTo(
            new RunRecord.Size(
                PlantedSplit.USERS, PlantedSplit.ITEMS, 7 * 80, 80, 80, PlantedSplit.USERS, 0));
    assertThat(record.metrics().test()).containsKeys("ndcg@5", "recall@10", "coverage@10");
    assertThat(record.metrics().valid()).containsKey("ndcg@10");
    assertThat(record.epochs()).isBetween(1, 6);
    assertThat(record.bestEpoch()).isBetween(1, record.epochs());
    assertThat(record.seconds().train()).isPositive();
    assertThat(record.forecast().trainSeconds()).isPositive();
    assertThat(record.peakMemoryMb()).isPositive();
    assertThat(record.versions()).containsKeys("java", "system");
    assertThat(record.leaks()).isEmpty();
    assertThat(run.checkpoint()).doesNotExist();
    assertThat(run.requestJson()).doesNotExist();
    assertThat(run.log()).content().contains("complete");
    assertThat(run.epochs()).hasSize(record.epochs());

    PerUserTable perUser = run.perUser();
    int column = perUser.metrics().indexOf(Metric.parse("ndcg@10"));
    double mean =
        Arrays.stream(perUser.values()).mapToDouble(v -> v[column]).average().orElseThrow();
    assertThat(mean).isCloseTo(record.metrics().test().get("ndcg@10"), within(1e-12));

    List<TopRow> top = run.top();
    assertThat(Files.readAllLines(run.topFile()).getFirst()).isEqualTo("user\trank\titem\tscore");
    assertThat(top).hasSize(80 * 20);
    assertThat(top.getFirst().rank()).isEqualTo(1);
    assertAnswers(run, top, kind);
  }

  private void assertAnswers(RunFolder run, List<TopRow> top, ModelKind kind) throws IOException {
    String user = top.getFirst().user();
    try (UsersService users = new UsersService(LocalRuns.workers())) {
      assertThat(users.users(run)).hasSize(80).allMatch(line -> line.testItems() == 1);
      assertThat(users.history(run, user))
          .hasSize(8)
          .allMatch(item -> item.title().startsWith("Title, no."));
      ModelList list = users.lists(List.of(run), user, 5).getFirst();
      assertThat(list.list()).hasSize(5);
      for (int rank = 0; rank < 5; rank++) {
        assertThat(list.list().get(rank).item()).isEqualTo(top.get(rank).item());
        assertThat(list.list().get(rank).score()).isCloseTo(top.get(rank).score(), within(1e-4));
      }
      Path out = folder.resolve("recommended.tsv");
      ListExport.Written written =
          new ListExportService(LocalRuns.workers())
              .write(run, new ListExport(List.of(), 20, 0, out), control());
      assertThat(written).isEqualTo(new ListExport.Written(80, top.size()));
      assertThat(RunTables.readTop(out)).hasSameSizeAs(top);
      assertThat(RunTables.readTop(out).getFirst().item()).isEqualTo(top.getFirst().item());

      Explanation why = users.explain(run, user, Optional.empty());
      assertThat(why.item()).isEqualTo(top.getFirst().item());
      assertThat(why.history()).hasSize(8);
      assertThat(why.contributions()).hasSize(8);
      assertThat(why.attention().isEmpty()).isEqualTo(!kind.has(ModelTrait.ATTENTION));
      assertThatThrownBy(() -> users.explain(run, "user \"7", Optional.empty()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("'user \"7' is not in the run")
          .hasMessageContaining(PlantedSplit.user(7));
      assertThatThrownBy(() -> users.explain(run, user, Optional.of("item<400>")))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("item<");
      if (kind == ModelKind.SASREC) {
        assertAttention(why);
      } else if (kind == ModelKind.GAT) {
        List<Double> row = why.attention().getFirst().getFirst().getFirst();
        assertThat(row).as("the user asks each history item").hasSize(8);
        assertThat(row.stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-4));
      }
      assertThat(why.additive()).isEqualTo(ADDITIVE.contains(kind));
      if (why.additive()) {
        assertThat(Arrays.stream(why.contributions()).sum()).isCloseTo(why.score(), within(1e-4));
      }
      assertThat(why.faithfulness() == null).isEqualTo(why.attention().isEmpty());
      for (double[] looked : List.of(why.attentionMean(), why.attentionRollout())) {
        assertThat(looked).hasSize(why.attention().isEmpty() ? 0 : 8 - why.first());
        assertThat(Arrays.stream(looked).sum())
            .isCloseTo(why.attention().isEmpty() ? 0 : 1, within(1e-4));
      }
    }
  }

  private static void assertAttention(Explanation why) {
    assertThat(why.attention()).as("layers").hasSize(1);
    assertThat(why.attention().getFirst()).as("heads").hasSize(2);
    List<List<Double>> head = why.attention().getFirst().getFirst();
    assertThat(head).hasSize(why.history().size() - why.first());
    for (int query = 0; query < head.size(); query++) {
      double sum = 0;
      for (int key = 0; key < head.size(); key++) {
        Double cell = head.get(query).get(key);
        assertThat(cell == null).as("later keys are masked").isEqualTo(key > query);
        sum += cell == null ? 0 : cell;
      }
      assertThat(sum).isCloseTo(1, within(1e-4));
    }
  }

  private static Offset<Double> within(double value) {
    return Offset.offset(value);
  }

  private static JobControl control() {
    return new JobControl() {
      @Override
      public void at(Progress progress) {
        assertThat(progress.phase()).isNotBlank();
      }

      @Override
      public boolean raised() {
        return false;
      }
    };
  }

  private static String yaml(ModelKind kind) {
    String model =
        switch (kind) {
          case SASREC -> "{kind: sasrec, embeddingSize: 16, layers: 1, heads: 2, maxLength: 10}";
          case ALS, BPR, LIGHTGCN, GAT -> "{kind: %s, embeddingSize: 8}".formatted(kind.id());
          default -> "{kind: %s}".formatted(kind.id());
        };
    return """
    dataset: {items: {file: items.csv, id: id, title: name, category: shelf}}
    split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
    protocol: {k: [5, 10]}
    model: %s
    training: {epochs: 6, patience: 2, threads: 1}
    """
        .formatted(model);
  }
}
