package io.aisle.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.ml.model.FieldScorer.Mixtures;
import io.aisle.testkit.Beside;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Shapley values by sampling, against scores whose values are known. */
@Beside
class ShapleySharesTest {
  private static final int FIELDS = 4;

  /** The background examples of a population; the last field is read by no score here. */
  private static final double[][] POPULATION = population();

  private static final double[] EXAMPLE = {1.5, -0.5, 2, 7};

  private static double[][] population() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] drawn = new double[12][FIELDS];
    for (double[] each : drawn) {
      for (int f = 0; f < FIELDS; f++) {
        each[f] = random.nextGaussian();
      }
    }
    return drawn;
  }

  private static double single(double[] x) {
    return 3 * x[0] - 2 * x[1] + 0.5 * x[2];
  }

  private static double pairs(double[] x) {
    return single(x) + 2 * x[0] * x[1] - x[1] * x[2];
  }

  private static double triples(double[] x) {
    return pairs(x) + 4 * Math.tanh(x[0] * x[1] * x[2]);
  }

  @Test
  void aSumOfFieldsIsDividedExactly() {
    int[] drawn = draws(9, 40);
    ShapleyShares shares = shares(ShapleySharesTest::single, drawn, 9);
    double[] weights = {3, -2, 0.5, 0};
    for (int f = 0; f < FIELDS; f++) {
      int field = f;
      double mean = IntStream.of(drawn).mapToDouble(z -> POPULATION[z][field]).average().orElse(0);
      assertThat(shares.parts()[f]).isCloseTo(weights[f] * (EXAMPLE[f] - mean), within(1e-5));
    }
    addsUp(shares);
  }

  @Test
  void whatTwoFieldsDoTogetherIsHalvedExactly() {
    int[] drawn = draws(4, 30);
    ShapleyShares shares = shares(ShapleySharesTest::pairs, drawn, 4);
    double[] expected = exact(ShapleySharesTest::pairs, drawn);
    for (int f = 0; f < FIELDS; f++) {
      assertThat(shares.parts()[f]).isCloseTo(expected[f], within(1e-5));
    }
    addsUp(shares);
  }

  @Test
  void aFieldThatNoScoreReadsGetsNothing() {
    ShapleyShares shares = shares(ShapleySharesTest::triples, draws(1, 20), 1);
    assertThat(shares.parts()[3]).isZero();
    assertThat(shares.errors()[3]).isZero();
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    int backgrounds = 60;
    double reach = TDistribution.of(backgrounds - 1.0).inverseCumulativeProbability(0.975);
    double[] truth =
        exact(ShapleySharesTest::triples, IntStream.range(0, POPULATION.length).toArray());
    int trials = 1000;
    int[] held = new int[FIELDS];
    for (int trial = 0; trial < trials; trial++) {
      ShapleyShares shares =
          shares(ShapleySharesTest::triples, draws(100 + trial, backgrounds), 5000 + trial);
      addsUp(shares);
      for (int f = 0; f < FIELDS; f++) {
        double away = Math.abs(shares.parts()[f] - truth[f]);
        held[f] += away <= reach * shares.errors()[f] ? 1 : 0;
      }
    }
    for (int f = 0; f < FIELDS - 1; f++) {
      assertThat((double) held[f] / trials).as("field %d", f).isBetween(0.93, 0.97);
    }
    assertThat(held[FIELDS - 1]).isEqualTo(trials);
  }

  @Test
  void oneSeedGivesOneAnswerAndACancelIsHeardBetweenBatches() {
    int[] drawn = draws(2, 2000);
    ShapleyShares first = shares(ShapleySharesTest::triples, drawn, 7);
    assertThat(shares(ShapleySharesTest::triples, drawn, 7).parts()).isEqualTo(first.parts());
    AtomicInteger checks = new AtomicInteger();
    CancelSignal second = () -> checks.incrementAndGet() > 1;
    assertThatThrownBy(
            () ->
                ShapleyShares.of(
                    mixtures(ShapleySharesTest::single, drawn),
                    FIELDS,
                    drawn.length,
                    new SplittableRandom(7),
                    second))
        .isInstanceOf(CancelledException.class);
    assertThat(checks.get()).isEqualTo(2);
  }

  private static void addsUp(ShapleyShares shares) {
    double sum = shares.base();
    for (double part : shares.parts()) {
      sum += part;
    }
    assertThat(sum).isCloseTo(shares.score(), within(1e-5));
  }

  private static int[] draws(long seed, int count) {
    return new SplittableRandom(seed).ints(count, 0, POPULATION.length).toArray();
  }

  private static ShapleyShares shares(ToDoubleFunction<double[]> score, int[] drawn, long seed) {
    return ShapleyShares.of(
        mixtures(score, drawn),
        FIELDS,
        drawn.length,
        new SplittableRandom(seed),
        CancelSignal.NEVER);
  }

  private static Mixtures mixtures(ToDoubleFunction<double[]> score, int[] drawn) {
    return (source, out) -> {
      for (int row = 0; row < out.length; row++) {
        double[] mixed = new double[FIELDS];
        for (int f = 0; f < FIELDS; f++) {
          int from = source[row * FIELDS + f];
          mixed[f] = from == 0 ? EXAMPLE[f] : POPULATION[drawn[from - 1]][f];
        }
        out[row] = (float) score.applyAsDouble(mixed);
      }
    };
  }

  /** The definition: weights of all sets without a field, for each background example. */
  private static double[] exact(ToDoubleFunction<double[]> score, int[] backgrounds) {
    double[] parts = new double[FIELDS];
    for (int z : backgrounds) {
      for (int f = 0; f < FIELDS; f++) {
        for (int set = 0; set < 1 << FIELDS; set++) {
          if ((set >> f & 1) == 0) {
            int size = Integer.bitCount(set);
            double weight = factorial(size) * factorial(FIELDS - size - 1) / factorial(FIELDS);
            double gain =
                score.applyAsDouble(mix(set | 1 << f, z)) - score.applyAsDouble(mix(set, z));
            parts[f] += weight * gain / backgrounds.length;
          }
        }
      }
    }
    return parts;
  }

  private static double[] mix(int set, int z) {
    double[] mixed = POPULATION[z].clone();
    for (int f = 0; f < FIELDS; f++) {
      mixed[f] = (set >> f & 1) == 1 ? EXAMPLE[f] : mixed[f];
    }
    return mixed;
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }
}
