package io.aisle.core.dataset.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against numbers of numpy and scipy. */
class DriftTest {
  @Test
  void labelsAreComparedAsByScipy() {
    ColumnDrift drift =
        ColumnDrift.of(
            "kind",
            LabelDrift.bins(
                Map.of("view", 100L, "cart", 250L, "click", 400L, "other", 250L),
                Map.of("view", 180L, "cart", 220L, "click", 300L, "other", 300L)));
    assertThat(drift.psi()).isCloseTo(0.0887422194223419, within(1e-12));
    assertThat(drift.jensenShannon()).isCloseTo(0.01586293164565913, within(1e-12));
    assertThat(drift.level()).isEqualTo(ColumnDrift.Level.STABLE);
    assertThat(drift.bins().getFirst()).isEqualTo(DriftBin.of("click", 400, 300));
  }

  @Test
  void anEmptyBinCountsAsATinyOne() {
    ColumnDrift drift =
        ColumnDrift.of(
            "kind",
            LabelDrift.bins(Map.of("a", 50L, "b", 50L), Map.of("a", 20L, "b", 40L, "c", 40L)));
    assertThat(drift.psi()).isCloseTo(3.6139920257704685, within(1e-12));
    assertThat(drift.jensenShannon()).isCloseTo(0.25192357407447924, within(1e-12));
    assertThat(drift.level()).isEqualTo(ColumnDrift.Level.LARGE);
  }

  @Test
  void numbersAreComparedOverTheTenthsOfTheFirst() {
    double[] before = IntStream.rangeClosed(1, 200).mapToDouble(i -> i * 0.5).toArray();
    double[] after = IntStream.rangeClosed(1, 300).mapToDouble(i -> i * 0.4 + 3).toArray();
    ColumnDrift drift = ColumnDrift.of("price", NumberDrift.bins(before, after));
    assertThat(drift.bins()).extracting(DriftBin::before).containsOnly(20L);
    assertThat(drift.bins())
        .extracting(DriftBin::after)
        .containsExactly(18L, 25L, 25L, 25L, 25L, 24L, 25L, 25L, 25L, 83L);
    assertThat(drift.psi()).isCloseTo(0.22595038088663674, within(1e-12));
    assertThat(drift.jensenShannon()).isCloseTo(0.03937032854473918, within(1e-12));
    assertThat(drift.level()).isEqualTo(ColumnDrift.Level.MODERATE);
  }

  @Test
  void aSingleValueAndAbsentOnesHaveBinsOfTheirOwn() {
    List<DriftBin> bins =
        NumberDrift.bins(new double[] {1, 1, Double.NaN}, new double[] {0.5, 1, 1, 3});
    assertThat(bins).extracting(DriftBin::before).containsExactly(0L, 2L, 0L, 1L);
    assertThat(bins).extracting(DriftBin::after).containsExactly(1L, 2L, 1L, 0L);
    assertThat(NumberDrift.bins(new double[] {Double.NaN}, new double[0])).isEmpty();
    assertThat(LabelDrift.bins(Map.of("", 5L), Map.of("", 7L))).isEmpty();
  }

  @Test
  void whoCameAndWentIsNamed() {
    assertThat(Turnover.of(List.of("a", "b", "c"), List.of("c", "d")))
        .isEqualTo(new Turnover(1, 2, 1, List.of("a", "b"), List.of("d")));
  }
}
