package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.Beside;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Beside
class NumbersTest {
  @Test
  void decimalsAreReadAsJavaReadsThem() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      String digits = Long.toString(random.nextLong(1, 1L << random.nextInt(2, 60)));
      int point = random.nextInt(digits.length() + 1);
      String text = digits.substring(0, point) + "." + digits.substring(point);
      assertThat(Numbers.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
      assertThat(Numbers.parse(digits)).as(digits).isEqualTo(Double.parseDouble(digits));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1.2.3", "1,5", "NaN", "1d", "0x1", "--1", "1e999"})
  void otherTextsAreNone(String text) {
    assertThat(Numbers.parse(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.", ".5", "-3", "+4.25", "1e3", "007", "0.000000000000001"})
  void oddWritingsAreRead(String text) {
    assertThat(Numbers.parse(text)).isEqualTo(Double.parseDouble(text));
  }
}
