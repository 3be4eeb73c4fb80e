package io.aisle.ml.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import io.aisle.testkit.Beside;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Beside
class HistoriesTest {
  /** User 0 with items 0 to 3, user 1 with items 2 and 0. */
  private static final Interactions TRAIN =
      new Interactions(
          2,
          5,
          new int[] {0, 4, 6},
          new int[] {0, 1, 2, 3, 2, 0},
          new float[] {5, 1, 4, 5, 4, 2},
          new long[0]);

  private static int[] items(History history, int most) {
    return IntStream.range(history.start(most), history.to())
        .filter(at -> at != history.skip())
        .map(at -> history.item()[at])
        .toArray();
  }

  @Test
  void withoutLabelsAllOthersAreTheHistory() {
    Histories histories = new Histories(FitData.of(TRAIN), false);
    assertThat(items(histories.of(0, 1), 9)).containsExactly(0, 2, 3);
    assertThat(items(histories.of(1, 5), 9)).containsExactly(2);
    assertThat(items(histories.of(0, 3), 2)).containsExactly(1, 2);
    assertThat(items(histories.of(0, 0), 2)).containsExactly(2, 3);
    assertThat(histories.of(0, 3).length(2)).isEqualTo(2);
  }

  @Test
  void withLabelsOnlyWhatWasLikedBeforeCounts() {
    FitData data = new FitData(TRAIN, false, OptionalDouble.of(4), Features.NONE);
    Histories histories = new Histories(data, true);
    assertThat(items(histories.of(0, 0), 9)).isEmpty();
    assertThat(items(histories.of(0, 2), 9)).containsExactly(0);
    assertThat(items(histories.of(0, 3), 9)).containsExactly(0, 2);
    assertThat(items(histories.of(1, 5), 9)).containsExactly(2);
    History asked = histories.of(new int[] {1, 4}, new float[] {3, 4}, 0, 2);
    assertThat(items(asked, 9)).containsExactly(4);
  }

  @Test
  void aStrangerIsLikeTheUsersWithTheSameItems() {
    SimilarUsers similar = new SimilarUsers(SparseRows.of(TRAIN));
    assertThat(similar.stranger(new History(new int[] {2, 0}, 0, 2, -1)).similar())
        .containsExactly(1, 0);
    assertThat(similar.stranger(new History(new int[] {3}, 0, 1, -1)).similar()).containsExactly(0);
    assertThat(similar.stranger(new History(new int[0], 0, 0, -1)).similar()).isEmpty();
  }
}
