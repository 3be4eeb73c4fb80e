package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.DeepFmParams;
import io.aisle.domain.model.DinParams;
import io.aisle.domain.model.FmParams;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MlpParams;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.TwoTowerParams;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DivergedException;
import io.aisle.ml.model.FmFamily;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;
import io.aisle.testkit.Beside;
import io.aisle.testkit.PlantedData;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What models do with attributes, labels and broken parameters. */
@Beside
class FieldsAreReadTest {
  private static final TrainingSpec TRAINING =
      new TrainingSpec(30, 64, 0.02, 0.001, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  private static final Compute COMPUTE =
      new Compute(
          new RunContext(42, new Device(Device.Kind.CPU, 0, "cpu", 0), 1),
          Parallel.SEQUENTIAL,
          CancelSignal.NEVER);

  /** The planted tastes, with the taste as an attribute of items, and two new items nobody has. */
  private static FitData withTastes() {
    Interactions planted = PlantedData.train();
    int items = PlantedData.ITEMS + 2;
    Interactions train =
        new Interactions(
            planted.users(),
            items,
            planted.offsets(),
            planted.item(),
            planted.value(),
            planted.time());
    int[] offsets = new int[items + 1];
    int[] taste = new int[items];
    for (int i = 0; i < items; i++) {
      offsets[i + 1] = i + 1;
      taste[i] = 1 + i % 2;
    }
    Feature feature = new Feature("taste", List.of("", "even", "odd"), offsets, taste);
    Features features = new Features(List.of(), List.of(feature), List.of());
    return new FitData(train, false, OptionalDouble.empty(), features);
  }

  /** Share of users to whom the new item of their own taste scores above the other. */
  private static <P extends ModelParams> double newItemsRight(ModelFamily<P> family, P params) {
    FitData data = withTastes();
    int[] users = new int[data.users()];
    Arrays.setAll(users, u -> u);
    float[] scores = new float[users.length * data.items()];
    try (ModelTrainer trainer = family.trainer(params, TRAINING, data, COMPUTE)) {
      for (int epoch = 1; epoch <= 8; epoch++) {
        assertThat(trainer.trainEpoch().epoch()).isEqualTo(epoch);
      }
      try (Scorer scorer = trainer.scorer()) {
        scorer.scoreAll(HistoryBlock.of(data.train(), users, 0, users.length), scores);
      }
    }
    int right = 0;
    for (int u : users) {
      int at = u * data.items() + PlantedData.ITEMS;
      right += scores[at + u % 2] > scores[at + 1 - u % 2] ? 1 : 0;
    }
    return (double) right / users.length;
  }

  @Test
  void anItemThatNobodyHasIsKnownByItsAttribute() {
    assertThat(newItemsRight(new FmFamily(), new FmParams(8, 0, 3))).isGreaterThan(0.9);
    assertThat(newItemsRight(new DeepFmFamily(), new DeepFmParams(8, 0, 16, 8, 0.1, 3)))
        .isGreaterThan(0.9);
    assertThat(newItemsRight(new MlpFamily(), new MlpParams(8, 0, 16, 8, 0.1, 3)))
        .isGreaterThan(0.9);
    assertThat(newItemsRight(new TwoTowerFamily(), new TwoTowerParams(8, 0, 16, 8, 0.5, true)))
        .isGreaterThan(0.9);
  }

  @Test
  void labelsOfOneKindLeaveNothingToTellApart() {
    FitData data = new FitData(PlantedData.train(), false, OptionalDouble.of(1), Features.NONE);
    assertThat(new MlpFamily().lacks(MlpParams.DEFAULTS, data))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("all interactions are positive"));
    assertThat(new FmFamily().lacks(FmParams.DEFAULTS, FitData.of(PlantedData.train()))).isEmpty();
  }

  @Test
  void aLossThatIsNoNumberStopsTheTraining() {
    FitData data = FitData.of(PlantedData.train());
    MlpParams params = new MlpParams(8, 0, 16, 8, 0.1, 3);
    try (ModelTrainer trainer = new MlpFamily().trainer(params, TRAINING, data, COMPUTE)) {
      Weights broken = trainer.checkpoint();
      broken.tensors().get("output.bias").data()[0] = Float.NaN;
      trainer.restore(broken);
      assertThatThrownBy(trainer::trainEpoch)
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("0.01");
    }
  }

  @Test
  void attentionOfACandidateOverTheHistorySumsToOne() {
    FitData data = FitData.of(PlantedData.train());
    DinParams params = new DinParams(8, 4, 8, 16, 8, 0.1, 3);
    try (ModelTrainer trainer = new DinFamily().trainer(params, TRAINING, data, COMPUTE);
        Scorer scorer = trainer.scorer()) {
      assertThat(scorer.attention(new int[0], 0)).isEmpty();
      Attention attention = scorer.attention(new int[] {1, 2, 3, 4, 5, 6}, 0).orElseThrow();
      assertThat(attention.first()).isEqualTo(2);
      float[][] rows = attention.weights()[0][0];
      assertThat(rows.length).isEqualTo(4);
      for (float[] row : rows) {
        double sum = 0;
        for (float weight : row) {
          assertThat(weight).isBetween(0f, 1f);
          sum += weight;
        }
        assertThat(sum).isBetween(0.9999, 1.0001);
      }
      assertThat(attention.mean()).hasSize(4).isEqualTo(attention.rollout());
      Attention asked = scorer.attention(new int[] {1, 2, 3, 4, 5, 6}, 5).orElseThrow();
      assertThat(asked.weights()).isDeepEqualTo(attention.weights());
      for (int key = 0; key < 4; key++) {
        assertThat(asked.mean()[key])
            .as("the candidate asks as the history's own item does")
            .isCloseTo(rows[2][key], Assertions.within(1e-6));
      }
      assertThat(asked.mean()).isNotEqualTo(attention.mean());
    }
  }
}
