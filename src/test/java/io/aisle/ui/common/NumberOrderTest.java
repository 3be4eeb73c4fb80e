package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumberOrderTest {
  private final Numbers numbers = new Numbers(Locale.ENGLISH);

  private static List<String> sorted(String... texts) {
    return Stream.of(texts).sorted(new NumberOrder()).toList();
  }

  @Test
  void writtenNumbersAreOrderedByValue() {
    assertThat(sorted("1,234", "9", "87")).containsExactly("9", "87", "1,234");
    assertThat(sorted(numbers.difference(0.01), numbers.difference(-0.2), numbers.metric(0)))
        .containsExactly("−0.2000", "0.0000", "+0.0100");
    assertThat(sorted(numbers.percent(0.095), numbers.percent(0.61))).first().isEqualTo("9.5%");
  }

  @Test
  void unitsCount() {
    assertThat(sorted(numbers.seconds(65), numbers.seconds(59), numbers.seconds(600)))
        .containsExactly("59 s", "1:05 min", "10:00 min");
    assertThat(sorted(numbers.megabytes(1126), numbers.megabytes(900)))
        .containsExactly("900 MB", "1.1 GB");
  }

  @Test
  void whatHoldsNoNumberComesLast() {
    assertThat(sorted("–", "b", "3", "a", "")).startsWith("3").endsWith("b");
  }
}
