package io.aisle.ml.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.domain.experiment.TrainingSpec.Schedule;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.GatParams;
import io.aisle.domain.model.LightGcnParams;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.BprFamily;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.Beside;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models with sampled negatives give finite scores whatever little they were given. */
@Beside
class PoorDataTest {
  private static final int ITEMS = 4;

  static Stream<Arguments> cases() {
    return Stream.of(
            // one user with one item, with all, two users with one item each, nobody with any
            new int[][] {{2}},
            new int[][] {{0, 1, 2, 3}},
            new int[][] {{0}, {1}},
            new int[][] {{0, 1, 2, 3}, {3, 2, 1, 0}},
            new int[][] {{}, {}})
        .flatMap(
            rows -> Arrays.stream(NegativeSampling.values()).map(kind -> Arguments.of(rows, kind)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scoresAreFinite(int[][] rows, NegativeSampling sampling) {
    for (boolean weighted : new boolean[] {false, true}) {
      FitData data = new FitData(train(rows), weighted, OptionalDouble.empty(), Features.NONE);
      assertFinite(new BprFamily(), new BprParams(4, 0.01), data, sampling);
      assertFinite(new LightGcnFamily(), new LightGcnParams(4, 2, 1e-3), data, sampling);
      assertFinite(new GatFamily(), new GatParams(4, 2, 2, 1e-3), data, sampling);
    }
  }

  private static Interactions train(int[][] rows) {
    int[] offsets = new int[rows.length + 1];
    for (int u = 0; u < rows.length; u++) {
      offsets[u + 1] = offsets[u] + rows[u].length;
    }
    int[] item = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
    float[] value = new float[item.length];
    for (int k = 0; k < value.length; k++) {
      // an analyst may give a kind no strength at all
      value[k] = k % 3;
    }
    return new Interactions(rows.length, ITEMS, offsets, item, value, new long[0]);
  }

  private static <P extends ModelParams> void assertFinite(
      ModelFamily<P> family, P params, FitData data, NegativeSampling sampling) {
    Compute compute =
        new Compute(
            new RunContext(1, new Device(Device.Kind.CPU, 0, "cpu", 0), 1),
            Parallel.SEQUENTIAL,
            CancelSignal.NEVER);
    TrainingSpec training =
        new TrainingSpec(
            5,
            2,
            0.05,
            0,
            Metric.parse("ndcg@10"),
            0,
            1,
            "cpu",
            1,
            Schedule.LINEAR,
            2,
            0,
            1,
            sampling);
    try (ModelTrainer trainer = family.trainer(params, training, data, compute)) {
      for (int epoch = 0; epoch < 5; epoch++) {
        assertThat(trainer.trainEpoch().loss()).isFinite();
      }
      int[] users = new int[data.users() + 1];
      Arrays.setAll(users, u -> u);
      HistoryBlock known = HistoryBlock.of(data.train(), users, 0, data.users());
      HistoryBlock stranger =
          new HistoryBlock(new int[] {-1}, new int[] {0, 1}, new int[] {3}, new float[] {1});
      try (Scorer scorer = trainer.scorer()) {
        for (HistoryBlock block : new HistoryBlock[] {known, stranger}) {
          float[] scores = new float[block.size() * ITEMS];
          scorer.scoreAll(block, scores);
          for (float score : scores) {
            assertThat(score).isFinite();
          }
        }
      }
    }
  }
}
