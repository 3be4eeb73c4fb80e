package io.aisle.domain.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hour, weekday and month of moments, and moments with another of them. */
class ContextFeatureTest {
  @Test
  void aMomentIsReadInUtc() {
    long moment = Instant.parse("2011-12-01T09:30:00Z").getEpochSecond();
    assertThat(ContextFeature.HOUR.of(moment)).isEqualTo(10);
    assertThat(ContextFeature.WEEKDAY.of(moment)).as("a Thursday").isEqualTo(4);
    assertThat(ContextFeature.MONTH.of(moment)).isEqualTo(12);
    assertThat(ContextFeature.HOUR.of(ContextFeature.UNKNOWN)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2011-12-01T09:30:00Z", "2012-02-29T23:59:59Z", "1999-12-31T00:00:00Z"})
  void oneThingChangesAndTheOthersStay(String written) {
    long moment = Instant.parse(written).getEpochSecond();
    for (ContextFeature changed : ContextFeature.values()) {
      for (int number = 1; number < changed.size(); number++) {
        long other = changed.with(moment, number);
        assertThat(Math.floorMod(other, 3600L)).isEqualTo(Math.floorMod(moment, 3600L));
        for (ContextFeature each : ContextFeature.values()) {
          assertThat(each.of(other)).isEqualTo(each == changed ? number : each.of(moment));
        }
      }
    }
  }
}
