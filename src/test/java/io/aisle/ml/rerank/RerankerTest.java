package io.aisle.ml.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.experiment.FusionSpec.Method;
import io.aisle.domain.run.Exposure;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.Beside;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Steps on lists that can be followed by hand. */
@Beside
class RerankerTest {
  private static final IntPredicate ALL = item -> true;

  /** Scores 4, 3, 2, 1, 0 become 1, 0.75, 0.5, 0.25, 0. */
  private static Ranked after(RankStep... steps) {
    return allowing(ALL, steps);
  }

  private static Ranked allowing(IntPredicate allowed, RankStep... steps) {
    return new Reranker(List.of(steps), new boolean[0], 0)
        .rerank(new int[] {0, 1, 2, 3, 4}, new float[] {4, 3, 2, 1, 0}, allowed);
  }

  @Test
  void scoresAreScaledWhateverTheModelCallsThem() {
    assertThat(after().values()).containsExactly(1, .75f, .5f, .25f, 0);
    Ranked same =
        new Reranker(List.of(), new boolean[0], 0)
            .rerank(new int[] {7, 3}, new float[] {-2, -2}, ALL);
    assertThat(same.values()).containsExactly(1, 1);
  }

  @Test
  void boostMultipliesAndSorts() {
    Ranked list = after(ScoreSteps.boost(new float[] {1, 1, 1, 5, 1}));
    assertThat(list.items()).containsExactly(3, 0, 1, 2, 4);
    assertThat(list.values()).containsExactly(1.25f, 1, .75f, .5f, 0);
  }

  @Test
  void freshnessHalvesAtItsHalfLifeAndAnItemWithoutEventsIsNew() {
    long day = 86_400;
    float[] newness =
        ScoreSteps.newness(
            4, new int[] {0, 1, 1, 2}, new long[] {0, 20 * day, 30 * day, 30 * day}, 10);
    assertThat(newness).containsExactly(.125f, .5f, 1, 1);
    Ranked list = after(ScoreSteps.mix(new float[] {0, 0, 0, 0, 1}, 0.6));
    assertThat(list.items()).containsExactly(4, 0, 1, 2, 3);
    assertThat(list.value(0)).isEqualTo(.6f, within(1e-6f));
    assertThat(list.value(1)).isEqualTo(.4f, within(1e-6f));
  }

  @Test
  void mmrTakesTheDifferentItemFirst() {
    Likeness twins = Likeness.jaccard(new int[][] {{1}, {1}, {2}, {1}, {2}});
    // 0.5 * value - 0.5 * likeness: after 0, item 1 has .375 - .5, item 2 has .25
    Ranked list = after(PlaceSteps.diverse(0.5, 5, twins));
    assertThat(list.items()).containsExactly(0, 2, 1, 3, 4);
    assertThat(list.values())
        .as("values stay in their places")
        .isSortedAccordingTo((a, b) -> Float.compare(b, a));
    assertThat(after(PlaceSteps.diverse(1, 5, twins)).items()).containsExactly(0, 1, 2, 3, 4);
    assertThat(after(PlaceSteps.diverse(0, 2, twins)).items()).as("depth").startsWith(0, 1, 2);
  }

  @Test
  void aCapLetsWaitWhatIsOneTooMany() {
    int[][] categories = {{1}, {1}, {1}, {2}, {}};
    assertThat(after(PlaceSteps.cap(categories, 1, 3)).items()).containsExactly(0, 3, 4, 1, 2);
    assertThat(after(PlaceSteps.cap(categories, 2, 3)).items()).containsExactly(0, 1, 3, 2, 4);
    assertThat(after(PlaceSteps.cap(new int[][] {{1}, {1}, {1}, {1}, {1}}, 2, 4)).items())
        .as("rather a short list than one too many")
        .containsExactly(0, 1);
  }

  @Test
  void aPinMovesOrBringsInWhatIsAllowed() {
    assertThat(after(PlaceSteps.pin(3, 0)).items()).containsExactly(3, 0, 1, 2, 4);
    assertThat(after(PlaceSteps.pin(9, 1)).items()).containsExactly(0, 9, 1, 2, 3, 4);
    assertThat(after(PlaceSteps.pin(9, 99)).items()).endsWith(4, 9);
    assertThat(allowing(item -> item != 9, PlaceSteps.pin(9, 1)).items())
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void laterRulesSeeTheOrderOfEarlierOnes() {
    RankStep boost = ScoreSteps.boost(new float[] {1, 1, 1, 1.4f, 1});
    assertThat(after(PlaceSteps.pin(3, 1), boost).items()).containsExactly(3, 0, 1, 2, 4);
    assertThat(after(boost, PlaceSteps.pin(3, 1)).items()).containsExactly(0, 3, 1, 2, 4);
  }

  @Test
  void blockedItemsAreMaskedBeforeTheBestAreChosen() {
    Reranker rules = new Reranker(List.of(), new boolean[] {false, true, false}, 0);
    float[] scores = {9, 9, 9, 1, 2, 3};
    rules.mask(scores, 3);
    assertThat(scores).containsExactly(9, 9, 9, 1, Float.NEGATIVE_INFINITY, 3);
    assertThat(rules.changesNothing()).isFalse();
    assertThat(rules.depth(20)).isEqualTo(Reranker.DEPTH);
    assertThat(Reranker.NONE.depth(20)).isEqualTo(20);
  }

  /** Users: 0 has 0 1, 1 has 0 1 2 and 0 again, 2 has 2. */
  private static Interactions three() {
    return new Interactions(
        3,
        4,
        new int[] {0, 2, 6, 7},
        new int[] {0, 1, 0, 1, 2, 0, 2},
        new float[] {1, 1, 1, 1, 1, 1, 1},
        new long[0]);
  }

  @Test
  void coOccurrenceIsTheCosineOfUsers() {
    Likeness likeness = new CoOccurrence(three());
    assertThat(likeness.from(0).to(1)).isEqualTo(1, within(1e-6));
    assertThat(likeness.from(0).to(2)).isEqualTo(0.5, within(1e-6));
    assertThat(likeness.from(2).to(0)).isEqualTo(0.5, within(1e-6));
    assertThat(likeness.from(0).to(3)).isZero();
    assertThat(likeness.from(3).to(0)).isZero();
  }

  @Test
  void exposureIsThatOfHandMadeLists() {
    // popularity 3, 2, 2, 0: the long tail has at most 1.4 of 7 interactions, so item 3 alone
    ExposureMeter meter = new ExposureMeter(three(), new int[][] {{0}, {0}, {1, 2}, {}});
    Exposure exposure = meter.measure(new int[] {0, 2}, new int[][] {{2, 3, 0}, {0, 1, 2}}, 2);
    assertThat(exposure.popularity()).isEqualTo((1 + 2.5) / 2);
    assertThat(exposure.popularityLift()).isEqualTo(1.75 / ((2.5 + 2) / 2), within(1e-9));
    assertThat(exposure.gini()).isZero();
    assertThat(exposure.coverage()).isEqualTo(1);
    assertThat(exposure.longTail()).isEqualTo(0.25);
    // places over categories: 2 for 0, a half each for 1 and 2
    assertThat(exposure.categoryEntropy())
        .isEqualTo(-(2 / 3.0 * log(2 / 3.0) + 2 / 6.0 * log(1 / 6.0)), within(1e-9));
    assertThat(meter.measure(new int[0], new int[0][], 10).coverage()).isNaN();
  }

  private static double log(double value) {
    return Math.log(value) / Math.log(2);
  }

  private record Fixed(float... scores) implements Scorer {
    @Override
    public int items() {
      return scores.length;
    }

    @Override
    public void scoreAll(HistoryBlock block, float[] out) {
      for (int row = 0; row < block.size(); row++) {
        System.arraycopy(scores, 0, out, row * scores.length, scores.length);
      }
    }

    @Override
    public boolean concurrent() {
      return true;
    }
  }

  private static float[] fused(Method method, boolean skip, double... weights) {
    Scorer one = new Fixed(5, 4, 3, 0);
    Scorer other = new Fixed(-9, 1, 2, -5);
    HistoryBlock block =
        new HistoryBlock(new int[] {0}, new int[] {0, 1}, new int[] {0}, new float[] {1});
    float[] out = new float[4];
    new FusedScorer(
            List.of(one, other), List.of(weights[0], weights[1]), method, skip, new TieBreak(1))
        .scoreAll(block, out);
    return out;
  }

  @Test
  void ranksAreAddedAsReciprocals() {
    assertThat(fused(Method.RANK, false, 1, 3))
        .containsExactly(
            new float[] {
              (float) (.25 / 61 + .75 / 64),
              (float) (.25 / 62 + .75 / 62),
              (float) (.25 / 63 + .75 / 61),
              (float) (.25 / 64 + .75 / 63)
            },
            within(1e-7f));
    assertThat(fused(Method.RANK, true, 1, 1))
        .as("what the user had takes no rank")
        .containsExactly(
            new float[] {
              0,
              (float) (.5 / 61 + .5 / 62),
              (float) (.5 / 62 + .5 / 61),
              (float) (.5 / 63 + .5 / 63)
            },
            within(1e-7f));
  }

  @Test
  void scoresAreAddedWithoutTheirUnits() {
    float[] sum = fused(Method.SCORE, true, 1, 1);
    // over items 1 to 3: means 7/3 and -2/3, deviations sqrt(26/9) and sqrt(86/9)
    double one = Math.sqrt(26 / 9.0);
    double other = Math.sqrt(86 / 9.0);
    assertThat(sum[1])
        .isEqualTo((float) (.5 * (5 / 3.0) / one + .5 * (5 / 3.0) / other), within(1e-5f));
    assertThat(sum[3])
        .isEqualTo((float) (.5 * (-7 / 3.0) / one + .5 * (-13 / 3.0) / other), within(1e-5f));
  }
}
