package io.aisle.ml.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.testkit.Beside;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@Beside
class UniformManifoldTest {
  private static final int GROUPS = 6;

  private static Rows groups(int count) {
    SplittableRandom random = new SplittableRandom(5);
    float[] data = new float[count * 12];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < 12; k++) {
        data[i * 12 + k] = (float) ((k == i % GROUPS ? 4 : 0) + random.nextGaussian() * 0.3);
      }
    }
    return new Rows(count, 12, data);
  }

  @Test
  void groupsStayTogetherAndTheSameSeedGivesTheSamePlane() {
    Plane plane = UniformManifold.of(groups(300), 7, CancelSignal.NEVER);
    double within = 0;
    double across = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 300; i++) {
      double same = Double.POSITIVE_INFINITY;
      double other = Double.POSITIVE_INFINITY;
      for (int j = 0; j < 300; j++) {
        double away = Math.hypot(plane.x()[i] - plane.x()[j], plane.y()[i] - plane.y()[j]);
        if (i != j && i % GROUPS == j % GROUPS) {
          same = Math.min(same, away);
        } else if (i != j) {
          other = Math.min(other, away);
        }
      }
      within = Math.max(within, same);
      across = Math.min(across, other);
    }
    assertThat(within).isLessThan(across);
    Plane again = UniformManifold.of(groups(300), 7, CancelSignal.NEVER);
    assertThat(again.x()).isEqualTo(plane.x());
    assertThat(again.y()).isEqualTo(plane.y());
    assertThat(UniformManifold.of(groups(300), 8, CancelSignal.NEVER).x()).isNotEqualTo(plane.x());
  }

  @Test
  void theFewestVectorsCanBeDrawn() {
    Plane plane = UniformManifold.of(groups(UniformManifold.FEWEST), 1, CancelSignal.NEVER);
    assertThat(plane.x()).hasSize(UniformManifold.FEWEST).doesNotContain(Double.NaN);
  }

  @Test
  void itEndsWhenItIsCancelled() {
    AtomicInteger asked = new AtomicInteger();
    CancelSignal afterAWhile = () -> asked.incrementAndGet() > 3;
    assertThatThrownBy(() -> UniformManifold.of(groups(400), 1, afterAWhile))
        .isInstanceOf(CancelledException.class);
    assertThat(asked.get()).isEqualTo(4);
  }
}
