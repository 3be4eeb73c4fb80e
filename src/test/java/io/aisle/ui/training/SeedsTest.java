package io.aisle.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds as people write them. */
class SeedsTest {
  @Test
  void oneSeveralAndSpans() {
    assertThat(Seeds.read(" 42 ")).hasValueSatisfying(s -> assertThat(s).containsExactly(42L));
    assertThat(Seeds.read("3, 1，2"))
        .hasValueSatisfying(s -> assertThat(s).containsExactly(1L, 2L, 3L));
    assertThat(Seeds.read("1-3; 2"))
        .hasValueSatisfying(s -> assertThat(s).containsExactly(1L, 2L, 3L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1,,2", "-1", "5-1", "1-51", "1.5"})
  void whatIsNoSeedIsRefused(String written) {
    assertThat(Seeds.read(written)).isEmpty();
  }
}
