package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.domain.experiment.TrainingSpec.Schedule;
import io.aisle.domain.model.Metric;
import io.aisle.testkit.Beside;
import java.util.List;
import org.junit.jupiter.api.Test;

@Beside
class DescentTest {
  private static final float[] ONE = {3, -1, 0.5f};
  private static final float[] OTHER = {1, 1, -2};
  private static final float[] MEAN = {2, 0, -0.75f};

  private static TrainingSpec training(Schedule schedule, double clipNorm, int accumulate) {
    Metric metric = Metric.parse("ndcg@10");
    return new TrainingSpec(
        2,
        1,
        0.01,
        0,
        metric,
        0,
        1,
        "cpu",
        1,
        schedule,
        0,
        clipNorm,
        accumulate,
        NegativeSampling.UNIFORM);
  }

  /** Parameters after one epoch of the given gradients, from 0. */
  private static float[] descend(TrainingSpec training, int epoch, float[]... gradients) {
    NativeSetup.prepare(1);
    try (PtNDManager manager = (PtNDManager) NativeSetup.engine().newBaseManager(Device.cpu())) {
      PtNDArray parameters = (PtNDArray) manager.create(new float[3]);
      Adam adam =
          new Adam(
              parameters,
              (PtNDArray) manager.create(new float[3]),
              (PtNDArray) manager.create(new float[3]),
              0,
              0,
              new Constants(manager));
      Descent descent = new Descent(training, adam, manager);
      descent.beginEpoch(epoch, gradients.length);
      int before = manager.getManagedArrays().size();
      for (float[] gradient : gradients) {
        try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
          descent.take(new Ops(), (PtNDArray) step.create(gradient), step);
        }
      }
      assertThat(manager.getManagedArrays()).hasSize(before);
      return parameters.toFloatArray();
    }
  }

  @Test
  void gathersBatchesAndStepsByTheirMean() {
    float[] gathered = descend(training(Schedule.CONSTANT, 0, 2), 1, ONE, OTHER, MEAN);
    float[] direct = descend(training(Schedule.CONSTANT, 0, 1), 1, MEAN, MEAN);
    assertThat(gathered).containsExactly(direct, within(1e-6f));
  }

  @Test
  void aGradientLongerThanAllowedIsShortened() {
    float norm = (float) Math.sqrt(9 + 1 + 0.25);
    float[] shortened = {ONE[0] / norm, ONE[1] / norm, ONE[2] / norm};
    float[] clipped = descend(training(Schedule.CONSTANT, 1, 1), 1, ONE, OTHER, OTHER);
    float[] allowed = {
      1 / (float) Math.sqrt(6), 1 / (float) Math.sqrt(6), -2 / (float) Math.sqrt(6)
    };
    float[] byHand = descend(training(Schedule.CONSTANT, 0, 1), 1, shortened, allowed, allowed);
    assertThat(clipped).containsExactly(byHand, within(1e-6f));
    assertThat(clipped)
        .isNotEqualTo(descend(training(Schedule.CONSTANT, 0, 1), 1, ONE, OTHER, OTHER));
  }

  @Test
  void aShortGradientIsLeftAlone() {
    assertThat(descend(training(Schedule.CONSTANT, 100, 1), 1, ONE, OTHER))
        .isEqualTo(descend(training(Schedule.CONSTANT, 0, 1), 1, ONE, OTHER));
  }

  @Test
  void theRateFallsOverTheStepsOfAllEpochs() {
    // the first step of Adam is the learning rate, whatever the gradient
    List<Double> first = List.of(0.01, 0.01);
    for (int epoch = 1; epoch <= 2; epoch++) {
      float[] moved = descend(training(Schedule.LINEAR, 0, 1), epoch, ONE);
      assertThat((double) -moved[0]).isCloseTo(first.get(epoch - 1), within(1e-6));
    }
    float[] two = descend(training(Schedule.LINEAR, 0, 1), 2, ONE, ONE);
    assertThat((double) -two[0]).isCloseTo(0.01 + 0.005, within(1e-6));
  }
}
