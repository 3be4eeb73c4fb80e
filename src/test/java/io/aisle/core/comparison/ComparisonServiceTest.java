package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class ComparisonServiceTest {
  private static final Metric NDCG = Metric.parse("ndcg@10");
  private static final Metric NOVELTY = Metric.parse("novelty@10");
  private static final Metric COVERAGE = Metric.parse("coverage@10");
  private static final int USERS = 400;
  private static final List<String> IDS = Rows.ids("u", USERS);

  @TempDir private Path folder;
  private TestRuns runs;
  private final ComparisonService service = new ComparisonService();

  @BeforeEach
  void prepare() {
    runs = new TestRuns(folder);
  }

  private static double[] values(long seed) {
    return new SplittableRandom(seed).doubles(USERS, 0, 1).toArray();
  }

  private static double[] changed(double[] values, DoubleUnaryOperator change) {
    return Arrays.stream(values).map(change).toArray();
  }

  private static double[] plusNoise(double[] values, double gain, long seed) {
    double[] noise = values(seed);
    double[] changed = new double[values.length];
    Arrays.setAll(changed, u -> values[u] + gain + (noise[u] - 0.5) * 0.4);
    return changed;
  }

  private RunFolder run(String name, double[] ndcg) throws IOException {
    return runs.write(name, IDS, Map.of(NDCG, ndcg));
  }

  private static Estimate estimate(Comparison comparison, int run, Metric metric) {
    return comparison.rows().get(run).estimates().get(metric);
  }

  @Test
  void clearGainsAndLossesAreCalledAndNoiseIsNot() throws IOException {
    double[] base = values(1);
    Comparison comparison =
        service.compare(
            List.of(
                run("base", base),
                run("better", plusNoise(base, 0.05, 2)),
                run("worse", plusNoise(base, -0.05, 3)),
                run("same", plusNoise(base, 0.001, 4))),
            List.of(NDCG));

    assertThat(comparison.reference()).isEqualTo("base");
    assertThat(comparison.users()).isEqualTo(USERS);
    assertThat(comparison.protocolHash()).isEqualTo(TestRuns.PROTOCOL);
    assertThat(comparison.rows().stream().map(row -> row.estimates().get(NDCG).verdict()))
        .containsExactly(Verdict.REFERENCE, Verdict.BETTER, Verdict.WORSE, Verdict.TOO_CLOSE);
    Estimate better = estimate(comparison, 1, NDCG);
    assertThat(better.difference()).isBetween(better.differenceLow(), better.differenceHigh());
    assertThat(better.differenceLow()).isPositive();
    assertThat(better.mean()).isBetween(better.low(), better.high());
    assertThat(better.adjustedP()).isGreaterThanOrEqualTo(better.pValue()).isLessThan(0.05);
    assertThat(better.moreUsers()).isEqualTo(-1);
    Estimate same = estimate(comparison, 3, NDCG);
    assertThat(same.differenceLow()).isNegative();
    assertThat(same.differenceHigh()).isPositive();
    assertThat(same.moreUsers()).isPositive();
  }

  @Test
  void theReferenceHasAnIntervalAndNoTest() throws IOException {
    Comparison comparison = service.compare(List.of(run("alone", values(1))), List.of(NDCG));
    Estimate reference = estimate(comparison, 0, NDCG);

    assertThat(reference.verdict()).isEqualTo(Verdict.REFERENCE);
    // 400 uniform values: standard error 0.0144
    assertThat(reference.high() - reference.low()).isCloseTo(4 * 0.0144, within(0.006));
    assertThat(reference.pValue()).isNaN();
    assertThat(reference.difference()).isNaN();
  }

  @Test
  void aRunBesideItselfIsTooCloseToCallForEver() throws IOException {
    Comparison comparison =
        service.compare(List.of(run("one", values(1)), run("two", values(1))), List.of(NDCG));
    Estimate twin = estimate(comparison, 1, NDCG);

    assertThat(twin.verdict()).isEqualTo(Verdict.TOO_CLOSE);
    assertThat(twin.pValue()).isEqualTo(1);
    assertThat(twin.moreUsers()).isEqualTo(-1);
  }

  /** Alone beside the reference a gain is called that is too close among ten runs. */
  @Test
  void theMoreRunsAreTriedTheMoreEvidenceIsAsked() throws IOException {
    double[] base = values(1);
    RunFolder reference = run("base", base);
    RunFolder slight = run("slight", plusNoise(base, 0.016, 7));
    Comparison alone = service.compare(List.of(reference, slight), List.of(NDCG));
    double p = estimate(alone, 1, NDCG).pValue();
    assertThat(p).isBetween(0.005, 0.05);
    assertThat(estimate(alone, 1, NDCG).verdict()).isEqualTo(Verdict.BETTER);

    List<RunFolder> many = new ArrayList<>(List.of(reference, slight));
    for (int i = 0; i < 9; i++) {
      many.add(run("noise" + i, plusNoise(base, 0, 100 + i)));
    }
    Comparison among = service.compare(many, List.of(NDCG));
    assertThat(estimate(among, 1, NDCG).pValue()).isEqualTo(p);
    assertThat(estimate(among, 1, NDCG).adjustedP()).isGreaterThan(0.05);
    assertThat(estimate(among, 1, NDCG).verdict()).isEqualTo(Verdict.TOO_CLOSE);
  }

  @Test
  void usersAreMatchedByIdNotByRow() throws IOException {
    double[] base = values(1);
    List<String> reversed = IDS.reversed();
    double[] gained = changed(base, v -> v + 0.01);
    double[] turned = IntStream.range(0, USERS).mapToDouble(u -> gained[USERS - 1 - u]).toArray();
    RunFolder other = runs.write("turned", reversed, Map.of(NDCG, turned));
    Estimate estimate =
        estimate(service.compare(List.of(run("base", base), other), List.of(NDCG)), 1, NDCG);

    assertThat(estimate.differenceLow()).isCloseTo(0.01, within(1e-7));
    assertThat(estimate.differenceHigh()).isCloseTo(0.01, within(1e-7));
  }

  @Test
  void coverageIsShownAndNotTested() throws IOException {
    RunFolder one = runs.write("one", IDS, Map.of(NDCG, values(1), COVERAGE, new double[] {0.25}));
    RunFolder two = runs.write("two", IDS, Map.of(NDCG, values(1), COVERAGE, new double[] {0.5}));
    Estimate estimate =
        estimate(service.compare(List.of(one, two), List.of(COVERAGE)), 1, COVERAGE);

    assertThat(estimate.verdict()).isEqualTo(Verdict.NOT_TESTED);
    assertThat(estimate.mean()).isEqualTo(0.5);
    assertThat(estimate.difference()).isEqualTo(0.25);
    assertThat(estimate.adjustedP()).isNaN();
  }

  @Test
  void usersWithoutAValueAreLeftOutOfThatMetricOnly() throws IOException {
    double[] novelty = changed(values(5), v -> v + 3);
    double[] holes = novelty.clone();
    Arrays.fill(holes, 0, 100, Double.NaN);
    RunFolder one = runs.write("one", IDS, Map.of(NDCG, values(1), NOVELTY, novelty));
    RunFolder two = runs.write("two", IDS, Map.of(NDCG, values(1), NOVELTY, holes));
    Comparison comparison = service.compare(List.of(one, two), List.of(NOVELTY, NDCG));

    double rest = Arrays.stream(novelty, 100, USERS).average().orElseThrow();
    assertThat(estimate(comparison, 0, NOVELTY).mean()).isCloseTo(rest, within(1e-12));
    assertThat(estimate(comparison, 1, NOVELTY).difference()).isZero();
    assertThat(estimate(comparison, 0, NDCG).mean())
        .isCloseTo(Arrays.stream(values(1)).average().orElseThrow(), within(1e-12));
  }

  @Test
  void withoutAWishTheMetricsOfAllRunsAreCompared() throws IOException {
    Map<Metric, double[]> first = new LinkedHashMap<>();
    first.put(NOVELTY, values(2));
    first.put(NDCG, values(1));
    first.put(COVERAGE, new double[] {0.3});
    RunFolder one = runs.write("one", IDS, first);
    RunFolder two = runs.write("two", IDS, Map.of(COVERAGE, new double[] {0.1}, NDCG, values(3)));
    Comparison comparison = service.compare(List.of(one, two));

    assertThat(comparison.metrics()).containsExactly(NDCG, COVERAGE);
    assertThat(comparison.rows().get(1).estimates().keySet()).containsExactly(NDCG, COVERAGE);
    assertThatThrownBy(() -> service.compare(List.of(one, two), List.of(NOVELTY)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("two has no novelty@10");
  }

  @Test
  void otherProtocolsAndDataAreRefusedNamingBothRuns() throws IOException {
    Map<Metric, double[]> values = Map.of(NDCG, values(1));
    RunFolder one = run("one", values(1));
    String other = "b".repeat(64);
    RunFolder protocol = runs.write("protocol", other, TestRuns.DATA, IDS, values);
    RunFolder data = runs.write("data", TestRuns.PROTOCOL, other, IDS, values);

    assertThatThrownBy(() -> service.compare(List.of(one, protocol), List.of(NDCG)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(one.path().toString())
        .hasMessageContaining(protocol.path().toString())
        .hasMessageContaining(TestRuns.PROTOCOL)
        .hasMessageContaining(other);
    assertThatThrownBy(() -> service.compare(List.of(one, data), List.of(NDCG)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("data fingerprint")
        .hasMessageContaining(data.path().toString());
  }

  @Test
  void runsOfDifferentUsersAreRefused() throws IOException {
    RunFolder one = run("one", values(1));
    List<String> renamed = new ArrayList<>(IDS);
    Collections.replaceAll(renamed, "u7", "stranger");
    RunFolder other = runs.write("other", renamed, Map.of(NDCG, values(1)));
    RunFolder fewer = runs.write("fewer", IDS.subList(0, 9), Map.of(NDCG, values(1)));

    assertThatThrownBy(() -> service.compare(List.of(one, other), List.of(NDCG)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'u7'");
    assertThatThrownBy(() -> service.compare(List.of(one, fewer), List.of(NDCG)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("400")
        .hasMessageContaining("9");
  }

  @Test
  void nothingToCompareIsBadInput() {
    assertThatThrownBy(() -> service.compare(List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least one run");
  }

  @Test
  void agreesWithSciPyFromFileToFigure() throws IOException {
    PairedReference reference = PairedReference.read();
    List<String> ids = Rows.ids("u", reference.first().length);
    Comparison comparison =
        service.compare(
            List.of(
                runs.write("first", ids, Map.of(NDCG, reference.first())),
                runs.write("second", ids, Map.of(NDCG, reference.second()))),
            List.of(NDCG));
    Estimate second = estimate(comparison, 1, NDCG);

    assertThat(second.pValue()).isCloseTo(reference.pValue(), within(1e-12));
    assertThat(second.adjustedP()).isEqualTo(second.pValue());
    assertThat(second.difference()).isCloseTo(reference.difference(), within(1e-12));
    assertThat(second.differenceLow()).isCloseTo(reference.differenceInterval()[0], within(0.0006));
    assertThat(second.verdict()).isEqualTo(Verdict.BETTER);
  }
}
