package io.aisle.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.Parallel;
import io.aisle.testkit.TestThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpdInverseTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 63, 64, 65, 200})
  void theProductWithTheInverseIsTheIdentity(int size) {
    double[][] a = Numbers.definite(size, 21);
    SymmetricTiles inverse = tiles(a);

    boolean definite = SpdInverse.invert(inverse, Parallel.SEQUENTIAL, CancelSignal.NEVER);

    assertThat(definite).isTrue();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double product = 0;
        for (int k = 0; k < size; k++) {
          product += a[i][k] * inverse.get(k, j);
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-10));
      }
    }
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    double[][] a = Numbers.definite(150, 22);
    SymmetricTiles alone = tiles(a);
    SymmetricTiles shared = tiles(a);
    try (TestThreads threads = new TestThreads(3)) {
      assertThat(SpdInverse.invert(alone, Parallel.SEQUENTIAL, CancelSignal.NEVER)).isTrue();
      assertThat(SpdInverse.invert(shared, threads, CancelSignal.NEVER)).isTrue();
    }
    for (int i = 0; i < 150; i++) {
      for (int j = 0; j <= i; j++) {
        assertThat(shared.get(i, j)).isEqualTo(alone.get(i, j));
      }
    }
  }

  @Test
  void aMatrixThatIsNotDefiniteIsReported() {
    double[][] a = Numbers.definite(70, 23);
    a[66][66] = -1;
    assertThat(SpdInverse.invert(tiles(a), Parallel.SEQUENTIAL, CancelSignal.NEVER)).isFalse();
    double[][] same = {{1, 1}, {1, 1}};
    assertThat(SpdInverse.invert(tiles(same), Parallel.SEQUENTIAL, CancelSignal.NEVER)).isFalse();
  }

  @Test
  void aRaisedSignalStopsBeforeTheNextBlock() {
    SymmetricTiles matrix = tiles(Numbers.definite(70, 24));
    assertThatThrownBy(() -> SpdInverse.invert(matrix, Parallel.SEQUENTIAL, () -> true))
        .isInstanceOf(CancelledException.class);
  }

  private static SymmetricTiles tiles(double[][] a) {
    SymmetricTiles tiles = new SymmetricTiles(a.length);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        tiles.set(i, j, a[i][j]);
      }
    }
    return tiles;
  }
}
