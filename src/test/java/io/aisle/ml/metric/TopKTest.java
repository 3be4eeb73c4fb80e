package io.aisle.ml.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopKTest {
  private static final TieBreak TIES = new TieBreak(42);

  private static List<Integer> select(TopK top, float[] scores, int from, int items) {
    int length = top.select(scores, from, items);
    return IntStream.range(0, length).mapToObj(top::item).toList();
  }

  @Test
  void isTheHeadOfAFullSort() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 500; trial++) {
      int items = 1 + random.nextInt(trial < 250 ? 60 : 600);
      int depth = 1 + random.nextInt(30);
      int levels = 1 + random.nextInt(40);
      int from = random.nextInt(10);
      float[] scores = new float[from + items + 5];
      for (int i = 0; i < scores.length; i++) {
        int level = random.nextInt(levels);
        scores[i] = level == 0 ? Float.NEGATIVE_INFINITY : level - 20;
      }
      List<Integer> sorted =
          IntStream.range(0, items)
              .filter(i -> scores[from + i] > Float.NEGATIVE_INFINITY)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingDouble(i -> -scores[from + i])
                      .thenComparingInt(TIES::of))
              .limit(depth)
              .toList();

      assertThat(select(new TopK(depth, TIES), scores, from, items)).isEqualTo(sorted);
    }
  }

  @Test
  void aSelectorIsAsGoodAsNewAfterEachRow() {
    TopK used = new TopK(3, TIES);
    select(used, new float[] {9, 8, 7, 6}, 0, 4);

    assertThat(select(used, new float[] {1, 3, 2, 0}, 0, 4)).containsExactly(1, 2, 0);
    assertThat(used.score(0)).isEqualTo(3);
  }

  @Test
  void maskedAndUndefinedScoresAreNeverListed() {
    float[] scores = {Float.NEGATIVE_INFINITY, 1, Float.NaN, -5, Float.NEGATIVE_INFINITY};

    assertThat(select(new TopK(4, TIES), scores, 0, 5)).containsExactly(1, 3);
  }

  @Test
  void aLongRowWithFewItemsLeftListsThemAll() {
    float[] scores = new float[2000];
    Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    scores[1999] = -1e30f;
    scores[800] = -2e30f;
    scores[801] = Float.NaN;

    assertThat(select(new TopK(20, TIES), scores, 0, 2000)).containsExactly(1999, 800);
  }

  @Test
  void everythingMaskedGivesAnEmptyList() {
    assertThat(select(new TopK(2, TIES), new float[] {Float.NEGATIVE_INFINITY}, 0, 1)).isEmpty();
  }

  @Test
  void tiesDoNotFollowTheOrderOfItems() {
    List<Integer> list = select(new TopK(50, TIES), new float[1000], 0, 1000);

    assertThat(list).isNotEqualTo(list.stream().sorted().toList());
    // 50 items spread evenly over 1,000 have a mean index of 500, standard deviation 40
    assertThat(list.stream().mapToInt(i -> i).average().orElseThrow()).isBetween(340.0, 660.0);
  }

  @Test
  void anotherSeedBreaksTiesInAnotherWay() {
    float[] equal = new float[1000];

    assertThat(select(new TopK(10, TIES), equal, 0, 1000))
        .isEqualTo(select(new TopK(10, new TieBreak(42)), equal, 0, 1000))
        .isNotEqualTo(select(new TopK(10, new TieBreak(43)), equal, 0, 1000))
        .isNotEqualTo(select(new TopK(10, new TieBreak(42 + (1L << 32))), equal, 0, 1000));
  }

  @Test
  void noTwoItemsShareAPlaceAmongEquals() {
    assertThat(IntStream.range(0, 200_000).map(TIES::of).distinct().count()).isEqualTo(200_000);
  }
}
