package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.Beside;
import org.junit.jupiter.api.Test;

@Beside
class ReorderedTest {
  @Test
  void thePairsThatChangePlacesAreNamedOnce() {
    double[] full = {0.3, 0.2, 0.1, Double.NaN};
    double[] sampled = {0.6, 0.7, 0.5, 0.9};
    assertThat(Reordered.of(full, sampled, false)).containsExactly(new Reordered(0, 1));
    // of a loss the lowest is ahead
    assertThat(Reordered.of(full, sampled, true)).containsExactly(new Reordered(1, 0));
  }

  @Test
  void aTieIsNoOrder() {
    assertThat(Reordered.of(new double[] {1, 1, 2}, new double[] {3, 2, 3}, false)).isEmpty();
  }
}
