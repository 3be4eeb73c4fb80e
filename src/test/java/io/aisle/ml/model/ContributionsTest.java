package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.PopularityParams;
import io.aisle.domain.model.SlimParams;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.PlantedData;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contributions in closed form. */
@Beside
class ContributionsTest {
  /** Items stand several times in a history, with values from 1 to 3. */
  private static final Interactions TRAIN = PlantedData.many();

  private static Stream<ModelParams> additive() {
    return Stream.of(
        ItemKnnParams.DEFAULTS, EaseParams.DEFAULTS, SlimParams.DEFAULTS, AlsParams.DEFAULTS);
  }

  @ParameterizedTest
  @MethodSource("additive")
  void theyAddUpToTheScore(ModelParams params) {
    try (Scorer scorer = scorer(params)) {
      for (int user = 0; user < TRAIN.users(); user += 7) {
        HistoryBlock known = HistoryBlock.of(TRAIN, new int[] {user}, 0, 1);
        assertAddUp(scorer, known);
        assertAddUp(
            scorer, new HistoryBlock(new int[] {-1}, known.offsets(), known.item(), known.value()));
      }
    }
  }

  private static void assertAddUp(Scorer scorer, HistoryBlock one) {
    float[] scores = new float[scorer.items()];
    scorer.scoreAll(one, scores);
    for (int item = 0; item < scores.length; item += 11) {
      double[] parts = scorer.contributions(one, item).orElseThrow();
      assertThat(parts).hasSize(one.item().length);
      assertThat(Arrays.stream(parts).sum()).isCloseTo(scores[item], within(1e-4));
    }
  }

  /** In ALS, a part is what is left when the other items' confidences act but say nothing. */
  @Test
  void placesOfOneItemShareByValue() {
    try (Scorer scorer = scorer(AlsParams.DEFAULTS)) {
      HistoryBlock twice =
          new HistoryBlock(
              new int[] {-1}, new int[] {0, 3}, new int[] {5, 9, 5}, new float[] {1, 1, 3});
      double[] parts = scorer.contributions(twice, 20).orElseThrow();
      assertThat(parts[2]).isCloseTo(3 * parts[0], within(1e-6));
      HistoryBlock once =
          new HistoryBlock(new int[] {-1}, new int[] {0, 2}, new int[] {5, 9}, new float[] {4, 1});
      double[] joined = scorer.contributions(once, 20).orElseThrow();
      assertThat(joined[0]).isCloseTo(parts[0] + parts[2], within(1e-6));
      assertThat(joined[1]).isCloseTo(parts[1], within(1e-6));
    }
  }

  @Test
  void anEmptyHistoryHasNone() {
    HistoryBlock empty =
        new HistoryBlock(new int[] {-1}, new int[] {0, 0}, new int[0], new float[0]);
    additive()
        .forEach(
            params -> {
              try (Scorer scorer = scorer(params)) {
                assertThat(scorer.contributions(empty, 3).orElseThrow()).isEmpty();
              }
            });
  }

  @Test
  void otherModelsDoNotClaimThem() {
    try (Scorer scorer = scorer(PopularityParams.DEFAULTS)) {
      HistoryBlock one = HistoryBlock.of(TRAIN, new int[] {1}, 0, 1);
      assertThat(scorer.contributions(one, 3)).isEmpty();
    }
  }

  private static Scorer scorer(ModelParams params) {
    RunContext context = new RunContext(1, new Device(Device.Kind.CPU, 0, "cpu", 0), 1);
    Compute compute = new Compute(context, Parallel.SEQUENTIAL, CancelSignal.NEVER);
    FitData data = FitData.of(TRAIN);
    TrainingSpec training = TrainingSpec.defaults(params.kind());
    ModelTrainer trainer =
        switch (params) {
          case ItemKnnParams p -> new ItemKnnFamily().trainer(p, training, data, compute);
          case EaseParams p -> new EaseFamily().trainer(p, training, data, compute);
          case SlimParams p -> new SlimFamily().trainer(p, training, data, compute);
          case AlsParams p -> new AlsFamily().trainer(p, training, data, compute);
          default ->
              new PopularityFamily().trainer(PopularityParams.DEFAULTS, training, data, compute);
        };
    trainer.trainEpoch();
    return trainer.scorer();
  }
}
