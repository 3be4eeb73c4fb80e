package io.aisle.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.explanation.Faithfulness.Figure;
import io.aisle.core.explanation.Faithfulness.Measure;
import io.aisle.core.explanation.Faithfulness.Verdict;
import io.aisle.core.explanation.Faithfulness.View;
import io.aisle.ml.model.Attention;
import io.aisle.testkit.Beside;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Beside
class FaithfulnessFiguresTest {
  private final FaithfulnessFigures figures = new FaithfulnessFigures(1);

  @Test
  void whatStandsOutExplains() {
    Figure figure = ranks(30, 0, 2, 1, 0, 2, 1, 3, 0);
    assertThat(figure.named()).isEqualTo(30);
    assertThat(figure.random()).isCloseTo(9.0 / 8, within(1e-12));
    assertThat(figure.least()).isEqualTo(1);
    assertThat(figure.verdict()).isEqualTo(Verdict.EXPLAINS);
  }

  @Test
  void whatIsCertainButNoListShowsIsSlight() {
    double[] falls = new double[20];
    Arrays.fill(falls, 0.001);
    falls[0] = 0.05;
    Figure figure = figures.ofUser(naming(20), scores(falls)).of(View.MEAN).orElseThrow();
    assertThat(figure.measure()).isEqualTo(Measure.SCORE);
    assertThat(figure.low()).isPositive();
    assertThat(figure.least()).isEqualTo(0.1);
    assertThat(figure.verdict()).isEqualTo(Verdict.SLIGHT);
  }

  @Test
  void whatIsCertainlyAboveTheMeanOfOthersButOneOfThemIsSlight() {
    int[] falls = IntStream.range(0, 61).map(at -> at == 0 ? 7 : at % 2 * 10).toArray();
    Figure figure = ranks(falls);
    assertThat(figure.random()).isEqualTo(5);
    assertThat(figure.low()).isPositive();
    assertThat(figure.least()).isCloseTo(0.8 * Math.sqrt(25 * 60.0 / 59), within(1e-9));
    assertThat(figure.verdict()).isEqualTo(Verdict.SLIGHT);
  }

  @Test
  void whatChanceMovesAsFarExplainsLittle() {
    assertThat(ranks(3, 0, 9, 1, 6, 2, 4).verdict()).isEqualTo(Verdict.LITTLE);
  }

  @Test
  void threeOthersAreTooFewToSay() {
    assertThat(ranks(50, 0, 0, 0).verdict()).isEqualTo(Verdict.TOO_SHORT);
  }

  @Test
  void aModelWhoseUsersHardlyDifferIsSlight() {
    Figure figure = ofModel(200, 1);
    assertThat(figure.named() - figure.random()).isCloseTo(0.5, within(1e-12));
    assertThat(figure.low()).isPositive();
    assertThat(figure.verdict()).isEqualTo(Verdict.SLIGHT);
    assertThat(ofModel(200, 8).verdict()).isEqualTo(Verdict.EXPLAINS);
  }

  /** Half of the users' items fall by some ranks without what attention names, and never else. */
  private Figure ofModel(int users, int ranks) {
    List<FaithfulnessFigures.Asked> asked =
        IntStream.range(0, users)
            .mapToObj(
                user ->
                    new FaithfulnessFigures.Asked(
                        naming(5), drops(new int[] {user % 2 * ranks, 0, 0, 0, 0})))
            .toList();
    return figures.ofModel(asked).of(View.MEAN).orElseThrow();
  }

  private Figure ranks(int... falls) {
    return figures.ofUser(naming(falls.length), drops(falls)).of(View.MEAN).orElseThrow();
  }

  private static Drops drops(int[] falls) {
    int[] ranks = Arrays.stream(falls).map(fall -> 1 + fall).toArray();
    return new Drops(1, 1, 1, places(falls.length), new double[falls.length], ranks);
  }

  private static Drops scores(double[] falls) {
    double[] scores = Arrays.stream(falls).map(fall -> 1 - fall).toArray();
    int[] ranks = new int[falls.length];
    Arrays.fill(ranks, 1);
    return new Drops(1, 1, 1, places(falls.length), scores, ranks);
  }

  private static int[] places(int count) {
    return IntStream.range(0, count).toArray();
  }

  /** Attention that names the first place. */
  private static Attention naming(int places) {
    double[] weights = new double[places];
    weights[0] = 1;
    return new Attention(0, new float[0][][][], weights, weights);
  }
}
