package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PairedTestTest {
  /** Student's sleep data (1908); R: t.test(extra ~ group, paired) gives p = 0.002833. */
  @Test
  void agreesWithAPublishedExample() {
    PairedTest test =
        PairedTest.of(new double[] {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4});

    assertThat(test.difference()).isCloseTo(1.58, within(1e-12));
    assertThat(test.pValue()).isCloseTo(0.002833, within(5e-7));
    // t is 4.0621 with ten pairs
    assertThat(test.effect()).isCloseTo(4.0621 / Math.sqrt(10), within(1e-4));
  }

  @Test
  void agreesWithSciPy() throws IOException {
    PairedReference reference = PairedReference.read();
    double[] differences = new double[reference.first().length];
    Arrays.setAll(differences, u -> reference.second()[u] - reference.first()[u]);
    PairedTest test = PairedTest.of(differences);

    assertThat(differences).hasSize(300);
    assertThat(test.pValue()).isCloseTo(reference.pValue(), within(1e-12));
    assertThat(test.difference()).isCloseTo(reference.difference(), within(1e-14));
    assertThat(test.deviation()).isCloseTo(reference.deviation(), within(1e-14));
  }

  @Test
  void equalRunsAreNoEvidence() {
    assertThat(PairedTest.of(new double[50]).pValue()).isEqualTo(1);
    assertThat(PairedTest.of(new double[50]).moreUsers(0.05)).isEqualTo(-1);
    assertThat(PairedTest.of(new double[50]).effect()).isNaN();
  }

  @Test
  void oneUserIsNoEvidence() {
    assertThat(PairedTest.of(new double[] {0.4}).pValue()).isEqualTo(1);
    assertThat(PairedTest.of(new double[0]).pValue()).isEqualTo(1);
  }

  @Test
  void theSameGainForEverybodyIsAllTheEvidenceThereIs() {
    assertThat(PairedTest.of(new double[] {0.5, 0.5, 0.5}).pValue()).isZero();
  }

  /** (1.959964 + 0.841621)^2 * (1 / 0.1)^2 = 784.89 users in all. */
  @Test
  void saysHowManyUsersMoreWouldDecide() {
    PairedTest test = new PairedTest(-0.1, 1, 200, 0.16);

    assertThat(test.moreUsers(0.05)).isEqualTo(585);
    // a stricter level asks for more: (2.241403 + 0.841621)^2 * 100 = 950.5
    assertThat(test.moreUsers(0.025)).isEqualTo(751);
  }
}
