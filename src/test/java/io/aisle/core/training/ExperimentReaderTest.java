package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.domain.model.SasRecParams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentReaderTest {
  private static final String GIVEN =
      "split: {kind: given, train: a.tsv, valid: b.tsv, test: c.tsv}\n";

  @TempDir Path folder;

  @Test
  void everySectionIsUnderstood() throws IOException {
    Experiment read =
        read("""
        name: films-sasrec
        dataset:
          interactions: ratings.csv.gz
          columns: {user: userId, item: movieId, time: timestamp, value: rating}
          items: {file: movies.csv, id: movieId, title: title, category: genres}
          users: {file: users.csv, id: userId}
        prepare: {kinds: [purchase], minValue: 3.5, repeats: last, core: 7}
        split: {kind: temporal, valid: 2011-10-01, test: 2011-11-01T12:00:00Z}
        protocol: {candidates: all, excludeSeen: false, history: train, metrics: [ndcg, mrr], k: [20, 5]}
        model: {kind: sasrec, embeddingSize: 32, heads: 4, loss: sampled, negatives: 3, positions: last}
        training: {epochs: 7, batchSize: 128, learningRate: 0.01, monitor: recall@20, patience: 3, seed: 5000000000, device: cpu, threads: 2}
        """)
            .experiment();
    DatasetSpec.Files files = (DatasetSpec.Files) read.dataset();
    assertThat(files.interactions()).contains(folder.resolve("ratings.csv.gz"));
    assertThat(files.mapping().columns())
        .containsEntry(ColumnRole.USER, "userId")
        .containsEntry(ColumnRole.VALUE, "rating");
    assertThat(files.items().orElseThrow().category()).contains("genres");
    assertThat(files.users().orElseThrow().file()).isEqualTo(folder.resolve("users.csv"));
    assertThat(read.prepare().kinds()).containsExactly(EventKind.PURCHASE);
    assertThat(read.prepare().minValue()).hasValue(3.5);
    assertThat(read.prepare().repeats()).isEqualTo(PrepareSpec.Repeats.LAST);
    assertThat(read.split())
        .isEqualTo(
            new SplitSpec.TemporalAt(
                Instant.parse("2011-10-01T00:00:00Z"), Instant.parse("2011-11-01T12:00:00Z")));
    assertThat(read.protocol().history()).isEqualTo(ProtocolSpec.History.TRAIN);
    assertThat(read.protocol().metrics()).containsExactly(MetricKind.NDCG, MetricKind.MRR);
    assertThat(read.protocol().k()).containsExactly(5, 20);
    assertThat(read.model())
        .isEqualTo(
            new SasRecParams(
                32, 2, 4, 50, 0.2, NextItemLoss.SAMPLED, 3, SasRecParams.Positions.LAST));
    assertThat(read.training().monitor()).isEqualTo(new Metric(MetricKind.RECALL, 20));
    assertThat(read.training().seed()).isEqualTo(5_000_000_000L);
    assertThat(read.training().weightDecay()).isZero();
  }

  @Test
  void whatIsLeftOutHasGoodDefaults() throws IOException {
    Experiment read = read(GIVEN + "model: {kind: als}\n").experiment();
    assertThat(read.name()).isEqualTo("experiment");
    assertThat(read.prepare()).isEqualTo(PrepareSpec.AS_GIVEN);
    assertThat(read.protocol()).isEqualTo(ProtocolSpec.DEFAULTS);
    assertThat(read.model()).isEqualTo(ModelKind.ALS.defaults());
    assertThat(read.training()).isEqualTo(TrainingSpec.defaults(ModelKind.ALS));
    Experiment named =
        read("dataset: shop\nsplit: {kind: random}\nmodel: {kind: ease}\n").experiment();
    assertThat(named.dataset()).isEqualTo(new DatasetSpec.Named("shop"));
    assertThat(named.prepare()).isEqualTo(PrepareSpec.DEFAULTS);
    assertThat(named.split()).isEqualTo(new SplitSpec.Random(List.of(8, 1, 1), 1, true));
  }

  @Test
  void whatHasNoEffectIsSaidInAWarning() throws IOException {
    ReadExperiment read =
        read(
            GIVEN
                + "dataset: shop\n"
                + "features: {item: [year]}\n"
                + "label: {minValue: 4}\n"
                + "model: {kind: item-knn, prune: history}\n"
                + "training: {learningRate: 0.1, seed: 3, threads: 1, device: cpu}\n");
    assertThat(((ItemKnnParams) read.experiment().model()).prune())
        .isEqualTo(ItemKnnParams.Prune.HISTORY);
    assertThat(read.warnings())
        .satisfiesExactlyInAnyOrder(
            warning -> assertThat(warning).contains("features is not used"),
            warning -> assertThat(warning).contains("label is not used"),
            warning -> assertThat(warning).contains("dataset is not read"),
            warning -> assertThat(warning).contains("training.learningRate is not used"));
  }

  @Test
  void clickModelsWithLabelsAreStoppedByWhatTheyPredict() throws IOException {
    String labelled = "dataset: shop\nsplit: {kind: random}\nlabel: {minValue: 4}\n";
    assertThat(monitor(labelled + "model: {kind: deepfm}\n")).isEqualTo("auc");
    assertThat(monitor(labelled + "model: {kind: deepfm}\ntraining: {monitor: logloss}\n"))
        .isEqualTo("logloss");
    assertThat(monitor("dataset: shop\nsplit: {kind: random}\nmodel: {kind: deepfm}\n"))
        .isEqualTo("ndcg@10");
    assertThat(monitor(labelled + "model: {kind: bpr}\n")).isEqualTo("ndcg@10");
  }

  private String monitor(String text) throws IOException {
    return read(text).experiment().training().monitor().id();
  }

  @ParameterizedTest
  @EnumSource(ModelKind.class)
  void whatIsWrittenIsReadBackTheSame(ModelKind kind) throws IOException {
    Experiment first =
        read("dataset: {interactions: a.csv, columns: {user: u}}\n"
                + "prepare: {minValue: 2, kinds: [view, cart]}\n"
                + "split: {kind: temporal, ratios: [6, 2, 2]}\n"
                + "protocol: {candidates: 99, k: 7}\n"
                + "model: {kind: "
                + kind.id()
                + "}\n")
            .experiment();
    Map<String, Object> map = ExperimentWriter.toMap(first);
    Object throughJson = RunJson.mapper().convertValue(map, Map.class);
    @SuppressWarnings("unchecked")
    Experiment second =
        ExperimentReader.fromMap((Map<String, Object>) throughJson, folder, "a map").experiment();
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "modle: {kind: als}|modle is an unknown key; the nearest known one is model",
        "model: {kind: als, embedingSize: 8}|model.embedingSize is an unknown key; the nearest"
            + " known one is embeddingSize",
        "model: {kind: asl}|model.kind is 'asl', which is no model; the nearest is als",
        "model: {kind: popularity, k: 3}|model.k is unknown; no key is known here",
        "model: als|model is 'als', but it must be a mapping",
        "model: {kind: als, embeddingSize: 0}|model.embeddingSize is 0, but it must be at least 1"
            + " and at most 1024",
        "model: {kind: als, embeddingSize: 8.5}|model.embeddingSize is '8.5', but it must be a"
            + " whole number",
        "model: {kind: als, embeddingSize: many}|model.embeddingSize is 'many', but it must be a"
            + " whole number",
        "model: {kind: als, alpha: '1,5'}|model.alpha is '1,5', but it must be a number",
        "model: {kind: als, alpha: .nan}|line 2: no valid YAML",
        "model: {kind: als, scaleRegularization: 1}|model.scaleRegularization is '1', but it must"
            + " be true or false",
        "model: {kind: item-knn, similarity: cosin}|model.similarity is 'cosin', but it must be one"
            + " of cosine, jaccard",
        "model: {kind: sasrec, embeddingSize: 10, heads: 4}|model.embeddingSize is 10, but it must"
            + " be a multiple of heads (4)",
        "model: {kind: als, alpha: }|model.alpha is empty, but it must be a number",
        "training: {epoch: 3}|training.epoch is an unknown key; the nearest known one is epochs",
        "training: {epochs: 0}|training.epochs is 0, but it must be at least 1",
        "training: {learningRate: 0}|training.learningRate is 0, but it must be above 0",
        "training: {monitor: ndgc@10}|training.monitor is 'ndgc@10', but it must be a metric such"
            + " as ndcg@10",
        "training: {device: gpu}|training.device is 'gpu', but it must be auto, cpu, cuda or one"
            + " like cuda:1",
        "training: {seed: 1.5}|training.seed is '1.5', but it must be a whole number",
        "protocol: {metrics: [ndgc]}|protocol.metrics is 'ndgc', but it must be one of ndcg",
        "protocol: {metrics: []}|protocol.metrics is an empty list",
        "protocol: {k: 0}|protocol.k is '0', but it must be at least 1",
        "protocol: {history: tran}|protocol.history is 'tran', but it must be one of all, train",
        "protocol: {candidates: some}|protocol.candidates is 'some', but it must be all or a whole"
            + " number",
        "protocol: {exludeSeen: true}|protocol.exludeSeen is an unknown key; the nearest known one"
            + " is excludeSeen",
        "prepare: {core: -1}|prepare.core is '-1', but it must be at least 0",
        "prepare: {core: 5}|prepare.core would change a given split",
        "prepare: {repeats: first}|prepare.repeats would change a given split",
        "prepare: {kinds: [buy]}|prepare.kinds is 'buy', but it must be one of view",
        "prepare: {minValue: high}|prepare.minValue is 'high', but it must be a number",
        "dataset: {itmes: 3}|dataset.itmes is an unknown key; the nearest known one is items",
        "dataset: {items: {id: a}}|dataset.items.file is missing",
        "dataset: {columns: {usr: a}}|dataset.columns.usr is an unknown key; the nearest known one"
            + " is user",
        "dataset: [1]|dataset is '[1]', but it must be a mapping",
      })
  void oneSentenceNamesTheKey(String line, String expected) throws IOException {
    String model =
        line.startsWith("model:") || line.startsWith("modle:") ? "" : "model: {kind: als}\n";
    assertRefused(GIVEN + model + line + "\n", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "split: {kind: last}|split.kind is 'last', but it must be one of leave-last-out, random",
        "split: {kind: leave-last-out, seed: 1}|split.seed is an unknown key",
        "split: {kind: random, ratios: [8, 1]}|split.ratios is '[8, 1]', but it must be three"
            + " shares",
        "split: {kind: random, ratios: [8, 1, -1]}|split.ratios is '-1'",
        "split: {kind: random, by: item}|split.by is 'item', but it must be user or all",
        "split: {kind: temporal, valid: 2011-13-01, test: 2012-01-01}|split.valid is '2011-13-01',"
            + " but it must be a date",
        "split: {kind: temporal, valid: 2012-01-01, test: 2011-01-01}|split.valid is not before",
        "split: {kind: temporal, valid: 2011-01-01}|split.test is missing",
        "split: {kind: temporal, valid: 2011-01-01, test: 2012-01-01, ratios: [8, 1,"
            + " 1]}|split.ratios cannot stand beside instants",
        "split: {kind: given, train: a, valid: b}|split.test is missing",
        "name: x|split is missing",
      })
  void aSplitIsReadStrictly(String line, String expected) throws IOException {
    assertRefused("dataset: shop\nmodel: {kind: als}\n" + line + "\n", expected);
  }

  @Test
  void withoutASplitOfItsOwnADatasetIsNeeded() throws IOException {
    assertRefused("model: {kind: als}\nsplit: {kind: random}\n", "dataset is missing");
    assertRefused(
        "dataset: {items: {file: a, id: b}}\nmodel: {kind: als}\nsplit: {kind: random}\n",
        "dataset.interactions is missing");
  }

  @Test
  void brokenYamlIsOneSentenceWithTheLine() throws IOException {
    assertRefused(GIVEN + "model: {kind: als\ntraining: 3\n", "line 3");
    assertRefused(GIVEN + "model: {kind: als}\nmodel: {kind: ease}\n", "Duplicate");
    assertRefused(GIVEN + "model: {kind: als}\n---\nmodel: {kind: ease}\n", "no valid YAML");
    assertRefused("", "is empty");
    assertRefused("just a text\n", "must be a mapping");
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThatThrownBy(() -> ExperimentReader.read(binary))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not UTF-8 text");
    assertThatThrownBy(() -> ExperimentReader.read(folder.resolve("none.yaml")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no file");
  }

  private void assertRefused(String yaml, String expected) throws IOException {
    Path file = file(yaml);
    assertThatThrownBy(() -> ExperimentReader.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(expected)
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }

  private ReadExperiment read(String yaml) throws IOException {
    return ExperimentReader.read(file(yaml));
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("experiment.yaml"), yaml, StandardCharsets.UTF_8);
  }
}
