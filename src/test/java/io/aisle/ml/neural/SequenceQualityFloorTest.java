package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.Bert4RecParams;
import io.aisle.domain.model.CaserParams;
import io.aisle.domain.model.CrossAttentionParams;
import io.aisle.domain.model.Gru4RecParams;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.PopularityParams;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.PopularityFamily;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LastOfRetail;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On real purchases, whose order tells much, with the last one of each customer held out: after a
 * few epochs each of these models finds it among its first ten at least as often as it did when the
 * floor was set, less three standard errors, and at least twice as often as what is popular.
 */
@Beside
class SequenceQualityFloorTest {
  private static final int K = 10;

  private static LastOfRetail retail;

  @BeforeAll
  static void read() throws IOException {
    retail = LastOfRetail.read();
  }

  @Test
  void popularity() {
    assertThat(hits(new PopularityFamily(), PopularityParams.DEFAULTS, 1, 0.1)).isLessThan(0.045);
  }

  @Test
  void sasrec() {
    assertThat(hits(new SasRecFamily(), SasRecParams.DEFAULTS, 8, 0.004)).isGreaterThan(0.11);
  }

  @Test
  void gru4rec() {
    assertThat(hits(new Gru4RecFamily(), Gru4RecParams.DEFAULTS, 8, 0.01)).isGreaterThan(0.095);
  }

  @Test
  void bert4rec() {
    assertThat(hits(new Bert4RecFamily(), Bert4RecParams.DEFAULTS, 3, 0.004)).isGreaterThan(0.07);
  }

  @Test
  void caser() {
    assertThat(hits(new CaserFamily(), CaserParams.DEFAULTS, 5, 0.005)).isGreaterThan(0.055);
  }

  @Test
  void crossAttention() {
    assertThat(hits(new CrossAttentionFamily(), CrossAttentionParams.DEFAULTS, 8, 0.004))
        .isGreaterThan(0.12);
  }

  /** Share of customers whose last purchase is among the first ten that they do not have. */
  private static <P extends ModelParams> double hits(
      ModelFamily<P> family, P params, int epochs, double learningRate) {
    Interactions train = retail.train();
    Features features = new Features(List.of(), List.of(firstLetters()), List.of());
    FitData data = new FitData(train, false, OptionalDouble.empty(), features);
    Compute compute =
        new Compute(
            new RunContext(42, new Device(Device.Kind.CPU, 0, "cpu", 0), 2),
            Parallel.SEQUENTIAL,
            CancelSignal.NEVER);
    int batch = TrainingSpec.defaults(params.kind()).batchSize() / 4;
    TrainingSpec training =
        new TrainingSpec(
            epochs, Math.max(1, batch), learningRate, 0, Metric.parse("ndcg@10"), 0, 42, "cpu", 2);
    int hits = 0;
    try (ModelTrainer trainer = family.trainer(params, training, data, compute)) {
      for (int epoch = 1; epoch <= epochs; epoch++) {
        assertThat(trainer.trainEpoch().epoch()).isEqualTo(epoch);
      }
      int[] users = IntStream.range(0, train.users()).toArray();
      float[] scores = new float[train.users() * train.items()];
      try (Scorer scorer = trainer.scorer()) {
        scorer.scoreAll(HistoryBlock.of(train, users, 0, users.length), scores);
      }
      for (int u = 0; u < train.users(); u++) {
        int from = u * train.items();
        float[] row = Arrays.copyOfRange(scores, from, from + train.items());
        for (int seen : train.row(u)) {
          row[seen] = Float.NEGATIVE_INFINITY;
        }
        float limit = row[retail.last()[u]];
        int better = -1;
        for (float score : row) {
          better += score >= limit ? 1 : 0;
        }
        hits += better < K ? 1 : 0;
      }
    }
    return (double) hits / train.users();
  }

  /** The first letter of a product's description, for want of a better attribute. */
  private static Feature firstLetters() {
    int items = retail.train().items();
    int[] offsets = IntStream.rangeClosed(0, items).toArray();
    List<String> letters = IntStream.range(0, 27).mapToObj(Integer::toString).toList();
    int[] value = new int[items];
    for (int i = 0; i < items; i++) {
      char letter = retail.description().get(i).charAt(0);
      value[i] = letter >= 'A' && letter <= 'Z' ? 1 + letter - 'A' : 1;
    }
    return new Feature("letter", letters, offsets, value);
  }
}
