package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
  /** The example of the article "Holm-Bonferroni method" of Wikipedia. */
  @Test
  void agreesWithAPublishedExample() {
    assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  /** R 4: p.adjust(c(.01, .02, .03, .04, .05), "holm"). */
  @Test
  void agreesWithR() {
    assertThat(Holm.adjust(new double[] {0.01, 0.02, 0.03, 0.04, 0.05}))
        .containsExactly(new double[] {0.05, 0.08, 0.09, 0.09, 0.09}, within(1e-12));
  }

  @Test
  void neverExceedsOneAndKeepsTheOrder() {
    assertThat(Holm.adjust(new double[] {0.9, 0.6, 0.6}))
        .containsExactly(new double[] {1, 1, 1}, within(0.0));
  }

  @Test
  void aSingleTestIsLeftAlone() {
    assertThat(Holm.adjust(new double[] {0.031})).containsExactly(0.031);
    assertThat(Holm.adjust(new double[0])).isEmpty();
  }
}
