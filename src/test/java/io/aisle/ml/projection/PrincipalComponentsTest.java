package io.aisle.ml.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.testkit.Beside;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@Beside
class PrincipalComponentsTest {
  /** Against numpy.linalg.eigh of the covariance of these four vectors. */
  @Test
  void findsTheAxesThatNumpyFinds() {
    Plane plane =
        PrincipalComponents.of(new Rows(4, 3, new float[] {1, 2, 3, 2, 1, 0, -1, 4, 2, 0, -3, 1}));
    assertThat(plane.x())
        .containsExactly(
            new double[] {
              1.253678982768743, -0.4987311935981011, 3.1778671126942117, -3.9328149018648535
            },
            within(1e-6));
    assertThat(plane.y())
        .containsExactly(
            new double[] {
              -0.23144129745078634, 2.0408046116148304, -0.8167887387919046, -0.9925745753721391
            },
            within(1e-6));
    assertThat(plane.kept()).isCloseTo(0.9238086917228914, within(1e-9));
  }

  @Test
  void aTurnOfTheSpaceChangesNoDistanceOfThePlane() {
    SplittableRandom random = new SplittableRandom(3);
    float[] data = new float[200 * 5];
    float[] turned = new float[data.length];
    double c = Math.cos(0.7);
    double s = Math.sin(0.7);
    for (int i = 0; i < 200; i++) {
      for (int k = 0; k < 5; k++) {
        data[i * 5 + k] = (float) (random.nextGaussian() * (5 - k));
      }
      System.arraycopy(data, i * 5, turned, i * 5, 5);
      turned[i * 5] = (float) (c * data[i * 5] - s * data[i * 5 + 4]);
      turned[i * 5 + 4] = (float) (s * data[i * 5] + c * data[i * 5 + 4]);
    }
    Plane one = PrincipalComponents.of(new Rows(200, 5, data));
    Plane two = PrincipalComponents.of(new Rows(200, 5, turned));
    for (int i = 1; i < 200; i++) {
      assertThat(Math.hypot(two.x()[i] - two.x()[0], two.y()[i] - two.y()[0]))
          .isCloseTo(Math.hypot(one.x()[i] - one.x()[0], one.y()[i] - one.y()[0]), within(1e-4));
    }
    assertThat(two.kept()).isCloseTo(one.kept(), within(1e-6)).isBetween(0.5, 1.0);
  }

  @Test
  void vectorsOfOneNumberLieOnALine() {
    Plane plane = PrincipalComponents.of(new Rows(3, 1, new float[] {1, 2, 6}));
    assertThat(plane.x()).containsExactly(new double[] {-2, -1, 3}, within(1e-6));
    assertThat(plane.y()).containsOnly(0);
  }

  /** More numbers than vectors, many of them nothing: eigenvalues of 0 side by side. */
  @Test
  void emptyDirectionsAreNoHindrance() {
    SplittableRandom random = new SplittableRandom(1);
    float[] data = new float[9 * 64];
    for (int i = 0; i < 9; i++) {
      for (int k = 0; k < 6; k++) {
        data[i * 64 + k] = random.nextInt(3) == 0 ? 0 : (float) (1e-20 * random.nextGaussian());
      }
      data[i * 64 + 63] = i;
    }
    Plane plane = PrincipalComponents.of(new Rows(9, 64, data));
    for (int i = 0; i < 9; i++) {
      assertThat(plane.x()[i]).isCloseTo(i - 4, within(1e-5));
    }
    assertThat(PrincipalComponents.of(new Rows(3, 4, new float[12])).x()).containsOnly(0);
  }
}
