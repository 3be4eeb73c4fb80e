package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.job.Remaining;
import io.aisle.testkit.Beside;
import org.junit.jupiter.api.Test;

@Beside
class PaceTest {
  private final Pace pace = new Pace();

  @Test
  void nothingIsKnownBeforeTheFirstEpoch() {
    assertThat(pace.remaining(10, 10).known()).isFalse();
  }

  @Test
  void whatIsLeftIsTheEpochsAndTheFinalEvaluation() {
    pace.add(2, 0.5);
    assertThat(pace.remaining(10, 4)).isEqualTo(new Remaining(4 * 2.5 + 1, 10 * 2.5 + 1));
    assertThat(pace.remaining(3, 20))
        .as("patience outlives the epochs")
        .isEqualTo(new Remaining(8.5, 8.5));
  }

  @Test
  void onlyTheLastEpochsCount() {
    pace.add(100, 0);
    for (int epoch = 0; epoch < 5; epoch++) {
      pace.add(1, 0);
    }
    assertThat(pace.remaining(7, 7)).isEqualTo(new Remaining(7, 7));
  }
}
