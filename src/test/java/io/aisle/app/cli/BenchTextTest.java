package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class BenchTextTest {
  @Test
  void everyMeasureIsALineWithItsShapeAndThreeDigitsThatCount() {
    ArrayNode measured = JsonNodeFactory.instance.arrayNode();
    measured
        .addObject()
        .put("name", "ease")
        .put("shape", "10 x 20")
        .put("unit", "s")
        .put("median", 0.012345)
        .put("low", 0.01)
        .put("high", 1.5);
    measured
        .addObject()
        .put("name", "bpr")
        .put("shape", "30 x 40")
        .put("unit", "samples/s")
        .put("median", 3_112_192.4)
        .put("low", 45.67)
        .put("high", 4_000_000);
    assertThat(BenchText.of(measured))
        .isEqualTo(
            """
            what  shape    unit          median             spread
            ease  10 x 20  s             0.0123     0.0100 to 1.50
            bpr   30 x 40  samples/s  3,112,192  45.7 to 4,000,000
            """);
  }
}
