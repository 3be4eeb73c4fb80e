package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void theFewestEditsComeFirstWhateverTheCase() {
    assertThat(Nearest.of("CUSTOMER", List.of("user", "customers", "item"), 2))
        .containsExactly("customers", "user");
  }

  @Test
  void swappedLettersBeatAnotherWordAtTheSameDistance() {
    assertThat(Nearest.of("titel", List.of("item", "title"), 1)).containsExactly("title");
  }

  @Test
  void equalsStandInTheOrderOfTheAlphabet() {
    assertThat(Nearest.of("u5", List.of("u3", "u2", "u4"), 3)).containsExactly("u2", "u3", "u4");
  }

  @Test
  void whereNothingIsKnownNothingIsHinted() {
    assertThat(Nearest.hint("x", List.of())).isEmpty();
  }
}
