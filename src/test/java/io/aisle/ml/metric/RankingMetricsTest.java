package io.aisle.ml.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
  private static final int ITEMS = 100;

  private static double judge(String metric, int[] list, int... truth) {
    RankingMetrics metrics = new RankingMetrics(List.of(Metric.parse(metric)), new double[ITEMS]);
    double[] out = new double[1];
    metrics.judge(list, list.length, truth, 0, truth.length, out);
    return out[0];
  }

  private static int[] list(int... items) {
    return items;
  }

  @Test
  void ndcgDiscountsByRankAndDividesByTheIdeal() {
    // hits at 1 and 3: 1 + 1/2 of 1 + 1/log2(3) + 1/2
    assertThat(judge("ndcg@3", list(7, 1, 8), 7, 8, 9))
        .isCloseTo(1.5 / (1.5 + 1 / 1.584962500721156), within(1e-12));
    assertThat(judge("ndcg@3", list(7, 8, 9), 7, 8, 9)).isEqualTo(1);
  }

  @Test
  void theIdealIsNoLongerThanTheListOrTheTruth() {
    assertThat(judge("ndcg@2", list(7, 8), 1, 2, 7, 8, 9)).isEqualTo(1);
    assertThat(judge("ndcg@10", list(7, 1, 2), 7)).isEqualTo(1);
  }

  @Test
  void recallDividesByTheTruthEvenWhereItIsLongerThanK() {
    assertThat(judge("recall@2", list(7, 8, 9), 7, 8, 9, 10)).isEqualTo(0.5);
  }

  @Test
  void precisionDividesByKEvenWhereTheListIsShorter() {
    assertThat(judge("precision@10", list(7, 8), 7, 8)).isEqualTo(0.2);
  }

  @Test
  void hitAndReciprocalRankLookAtTheFirstKOnly() {
    int[] list = list(1, 2, 7, 3);

    assertThat(judge("hit@2", list, 7)).isZero();
    assertThat(judge("hit@3", list, 7)).isEqualTo(1);
    assertThat(judge("mrr@2", list, 7)).isZero();
    assertThat(judge("mrr@3", list, 7, 3)).isEqualTo(1.0 / 3);
  }

  @Test
  void averagePrecisionDividesByWhatCouldBeHit() {
    // hits at 2 and 4: (1/2 + 2/4) / min(3, k)
    int[] list = list(1, 7, 2, 8);

    assertThat(judge("map@4", list, 7, 8, 9)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(judge("map@2", list, 7, 8, 9)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void noTruthHasNoValue() {
    for (MetricKind kind : MetricKind.RANKING) {
      assertThat(judge(kind.id() + "@5", list(1, 2))).isNaN();
    }
  }

  @Test
  void anEmptyListMissesEverythingAndHasNoNovelty() {
    for (MetricKind kind : MetricKind.RANKING) {
      double value = judge(kind.id() + "@5", list(), 3);
      if (kind == MetricKind.NOVELTY || kind == MetricKind.COVERAGE) {
        assertThat(value).isNaN();
      } else {
        assertThat(value).isZero();
      }
    }
  }

  @Test
  void aRepeatedTestItemCountsOnce() {
    assertThat(judge("recall@5", list(7, 1), 7, 7, 9)).isEqualTo(0.5);
    assertThat(judge("ndcg@1", list(7, 1), 7, 7)).isEqualTo(1);
  }

  @Test
  void noveltyIsTheMeanSelfInformationInBits() {
    double[] bits = RankingMetrics.selfInformation(new int[] {8, 1, 4, 0, 20}, 8);

    // nobody counts as one; more than everybody counts as everybody
    assertThat(bits).containsExactly(new double[] {0, 3, 1, 3, 0}, within(1e-12));
    RankingMetrics metrics = new RankingMetrics(List.of(Metric.parse("novelty@3")), bits);
    double[] out = new double[1];
    metrics.judge(list(1, 2), 2, new int[] {0}, 0, 1, out);
    assertThat(out[0]).isEqualTo(2);
  }

  @Test
  void oneJudgeServesManyUsers() {
    RankingMetrics metrics =
        new RankingMetrics(List.of(Metric.parse("recall@2")), new double[ITEMS]);
    double[] out = new double[1];
    int[] truth = {1, 2, 3};
    metrics.judge(list(1, 2), 2, truth, 0, 2, out);
    assertThat(out[0]).isEqualTo(1);
    metrics.judge(list(1, 2), 2, truth, 2, 3, out);
    assertThat(out[0]).isZero();
  }

  /** 60 random users at four depths, by ranking_reference.py beside the file. */
  @Test
  void agreesWithNumbersComputedElsewhere() throws IOException {
    String[] lines = resource("ranking-reference.tsv").split("\n", -1);
    int[] counts = numbers(lines[0].substring(lines[0].lastIndexOf(' ') + 1));
    double[] bits = RankingMetrics.selfInformation(counts, 500);
    String[] columns = lines[1].split("\t", -1);
    int compared = 0;
    for (String line : Arrays.copyOfRange(lines, 2, lines.length - 1)) {
      String[] cells = line.split("\t", -1);
      List<Metric> metrics =
          Arrays.stream(columns).skip(3).map(kind -> Metric.parse(kind + "@" + cells[2])).toList();
      int[] list = numbers(cells[0]);
      int[] truth = numbers(cells[1]);
      double[] out = new double[metrics.size()];
      new RankingMetrics(metrics, bits).judge(list, list.length, truth, 0, truth.length, out);
      for (int m = 0; m < out.length; m++) {
        double expected =
            cells[m + 3].equals("nan") ? Double.NaN : Double.parseDouble(cells[m + 3]);
        assertThat(out[m]).as(metrics.get(m) + " of " + line).isCloseTo(expected, within(1e-12));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(60 * 4 * 7);
  }

  private static int[] numbers(String text) {
    return text.isEmpty()
        ? new int[0]
        : Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = RankingMetricsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
