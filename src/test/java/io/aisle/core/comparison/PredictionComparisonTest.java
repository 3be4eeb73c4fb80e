package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics of predictions: weighted by rows, and of losses less is better. */
@Beside
class PredictionComparisonTest {
  private static final Metric LOGLOSS = Metric.of(MetricKind.LOGLOSS);
  private static final Metric RMSE = Metric.of(MetricKind.RMSE);
  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  @TempDir Path folder;

  @Test
  void theMeanOfWhatUsersAddIsTheFigureOverAllRows() {
    int[] rows = {1, 3, 2};
    double[] values = {0.2, 0.6, 0.9};
    // (0.2 + 3 * 0.6 + 2 * 0.9) / 6
    assertThat(Arrays.stream(Contributions.of(LOGLOSS, values, rows)).average().orElseThrow())
        .isCloseTo(3.8 / 6, CLOSE);
    // root of (0.04 + 3 * 0.36 + 2 * 0.81) / 6
    assertThat(Arrays.stream(Contributions.of(RMSE, values, rows)).average().orElseThrow())
        .isCloseTo(Math.sqrt(2.74 / 6), CLOSE);
    assertThat(Contributions.of(LOGLOSS, values, new int[] {2, 2, 2}))
        .containsExactly(values, CLOSE);
    assertThat(Contributions.of(RMSE, new double[] {0, 0}, new int[] {1, 1})).containsOnly(0);
  }

  @Test
  void theIntervalIsAsWideAsThatOfAWeightedMean() {
    // the delta method against a bootstrap of the ratio itself
    int users = 400;
    SplittableRandom random = new SplittableRandom(3);
    int[] rows = IntStream.range(0, users).map(u -> 1 + random.nextInt(9)).toArray();
    double[] values = IntStream.range(0, users).mapToDouble(u -> random.nextDouble()).toArray();
    double[] ratios = new double[4000];
    for (int r = 0; r < ratios.length; r++) {
      double sum = 0;
      double weight = 0;
      for (int draw = 0; draw < users; draw++) {
        int u = random.nextInt(users);
        sum += rows[u] * values[u];
        weight += rows[u];
      }
      ratios[r] = sum / weight;
    }
    Arrays.sort(ratios);
    Interval interval =
        new Bootstrap(new double[][] {Contributions.of(LOGLOSS, values, rows)}, 1).mean(0);
    assertThat(interval.low()).isCloseTo(ratios[100], Offset.offset(0.003));
    assertThat(interval.high()).isCloseTo(ratios[3899], Offset.offset(0.003));
  }

  @Test
  void ofALossLessIsBetter() throws IOException {
    List<String> users = IntStream.range(0, 60).mapToObj(u -> "u" + u).toList();
    double[] reference = IntStream.range(0, 60).mapToDouble(u -> 0.5 + u % 7 / 100.0).toArray();
    double[] lower = Arrays.stream(reference).map(value -> value - 0.1).toArray();
    lower[3] = 0.9;
    TestRuns runs = new TestRuns(folder);
    RunFolder a = runs.write("a", users, Map.of(LOGLOSS, reference));
    RunFolder b = runs.write("b", users, Map.of(LOGLOSS, lower));
    ComparisonService service = new ComparisonService();
    Estimate estimate = service.compare(List.of(a, b)).rows().get(1).estimates().get(LOGLOSS);
    assertThat(estimate.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(estimate.difference()).isNegative();
    double sum = IntStream.range(0, 60).mapToDouble(u -> TestRuns.rows(u) * lower[u]).sum();
    assertThat(estimate.mean())
        .isCloseTo(sum / IntStream.range(0, 60).map(TestRuns::rows).sum(), CLOSE);
    UserWins wins = service.wins(List.of(a, b), LOGLOSS, 3).get(1);
    assertThat(wins.better()).isEqualTo(59);
    assertThat(wins.losses()).extracting(UserWins.UserDifference::user).containsExactly("u3");
  }
}
