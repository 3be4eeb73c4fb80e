package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.experiment.TrainingSpec.Schedule;
import io.aisle.testkit.Beside;
import org.junit.jupiter.api.Test;

@Beside
class LearningRateTest {
  private static LearningRate rate(Schedule schedule, int warmup) {
    return new LearningRate(0.1, schedule, warmup);
  }

  @Test
  void aConstantRateIsTheSameAtEveryStep() {
    assertThat(rate(Schedule.CONSTANT, 0).at(1, 10)).isEqualTo(0.1);
    assertThat(rate(Schedule.CONSTANT, 0).at(10, 10)).isEqualTo(0.1);
  }

  @Test
  void theWarmUpRisesInALineToTheFullRate() {
    for (Schedule schedule : Schedule.values()) {
      LearningRate rate = rate(schedule, 4);
      assertThat(rate.at(1, 10)).isCloseTo(0.025, within(1e-12));
      assertThat(rate.at(4, 10)).isCloseTo(0.1, within(1e-12));
      assertThat(rate.at(5, 10)).isCloseTo(0.1, within(1e-12));
    }
  }

  @Test
  void aLineFallsFromTheFirstStepToNothingBehindTheLast() {
    LearningRate rate = rate(Schedule.LINEAR, 0);
    assertThat(rate.at(1, 4)).isCloseTo(0.1, within(1e-12));
    assertThat(rate.at(3, 4)).isCloseTo(0.05, within(1e-12));
    assertThat(rate.at(4, 4)).isCloseTo(0.025, within(1e-12));
    assertThat(rate.at(9, 4)).isZero();
  }

  @Test
  void aCosineIsAtHalfInTheMiddle() {
    LearningRate rate = rate(Schedule.COSINE, 2);
    assertThat(rate.at(3, 10)).isCloseTo(0.1, within(1e-12));
    assertThat(rate.at(7, 10)).isCloseTo(0.05, within(1e-12));
    assertThat(rate.at(10, 10)).isBetween(0.0, 0.01);
    assertThat(rate.at(20, 10)).isZero();
  }

  @Test
  void aWarmUpLongerThanTheTrainingNeverReachesTheFullRate() {
    assertThat(rate(Schedule.LINEAR, 100).at(10, 10)).isCloseTo(0.01, within(1e-12));
  }
}
