package io.aisle.core.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.comparison.UserValues;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is planted is found, what is not there is not, and parents stand for their children. */
@Beside
class SliceSearchTest {
  private static final int USERS = 4000;
  private static final int LEAST = 100;

  private static List<Slice> worst(Planted planted) {
    return table(planted).worst(CancelSignal.NEVER);
  }

  private static SliceTable table(Planted planted) {
    UserValues values =
        new UserValues(Rows.ids("u", planted.values().length), new double[][] {planted.values()});
    return new SliceTable(planted.attributes(), values, false, LEAST);
  }

  /** Users of a kind get a hit half as often as the others. */
  private static void weaken(Planted planted, IntPredicate kind) {
    int met = 0;
    for (int user = 0; user < planted.values().length; user++) {
      if (kind.test(user) && ++met % 4 != 0) {
        planted.values()[user] = 0;
      }
    }
  }

  @Test
  void aWeakValueOfOneAttributeIsFoundAloneAndByItsName() {
    Planted planted = new Planted(USERS, 1);
    weaken(planted, user -> planted.name(2, user) == 1);
    List<Slice> found = worst(planted);
    assertThat(found).hasSize(1);
    Slice slice = found.getFirst();
    assertThat(slice.expression()).isEqualTo("name2 = v1");
    assertThat(slice.users())
        .isEqualTo(
            (int) IntStream.range(0, USERS).filter(user -> planted.name(2, user) == 1).count());
    assertThat(slice.difference()).isNegative();
    assertThat(slice.high()).as("the interval leaves the others out").isLessThan(slice.rest());
    assertThat(slice.pValue()).isLessThanOrEqualTo(slice.adjustedP());
    assertThat(slice.adjustedP()).isLessThan(0.001);
  }

  @Test
  void aWeakRangeIsCutWhereItEnds() {
    Planted planted = new Planted(USERS, 2);
    weaken(planted, user -> planted.number(0, user) < 2);
    assertThat(worst(planted)).extracting(Slice::expression).containsExactly("number0 < 2");
  }

  @Test
  void aWeakPairIsFoundAsAPair() {
    Planted planted = new Planted(2 * USERS, 3);
    weaken(planted, user -> planted.name(0, user) == 0 && planted.number(1, user) >= 4);
    assertThat(worst(planted))
        .extracting(Slice::expression)
        .anySatisfy(each -> assertThat(each).contains("name0 = v0").contains("number1 >= "));
    Slice first = worst(planted).getFirst();
    assertThat(first.conditions()).hasSize(2);
  }

  @Test
  void nothingIsFoundWhereNothingIsPlantedButForAFewInAHundred() {
    int rounds = 300;
    long withFindings =
        IntStream.range(0, rounds)
            .filter(seed -> !worst(new Planted(1000, seed)).isEmpty())
            .count();
    assertThat((double) withFindings / rounds)
        .as("share of data sets of pure chance with any finding, at a level of 0.05")
        .isLessThanOrEqualTo(0.05);
  }

  @Test
  void ofAllThatIsFoundFewIsFalseWhereSomethingIsPlanted() {
    int found = 0;
    int wrong = 0;
    for (int seed = 0; seed < 60; seed++) {
      Planted planted = new Planted(2000, seed);
      weaken(planted, user -> planted.name(2, user) == 1);
      for (Slice slice : worst(planted)) {
        found++;
        wrong += slice.expression().contains("name2") ? 0 : 1;
      }
    }
    assertThat(found).isGreaterThan(50);
    assertThat((double) wrong / found).isLessThanOrEqualTo(0.08);
  }

  @Test
  void slicesOfOneAttributeShareNoUserAndSmallOnesAreLeftOut() {
    Planted planted = new Planted(USERS, 4);
    List<Slice> bands = table(planted).bands("number3");
    int users = bands.stream().mapToInt(Slice::users).sum();
    assertThat(users).isLessThanOrEqualTo(USERS);
    assertThat(bands).hasSizeGreaterThan(3).allMatch(slice -> slice.users() >= LEAST);
    assertThat(bands).isSortedAccordingTo((a, b) -> Double.compare(a.difference(), b.difference()));
  }

  @Test
  void withTwoRunsTheDifferenceIsLookedAt() {
    Planted planted = new Planted(USERS, 5);
    double[] other = planted.values().clone();
    weaken(planted, user -> planted.name(1, user) == 0);
    UserValues both =
        new UserValues(Rows.ids("u", USERS), new double[][] {planted.values(), other});
    Slice slice =
        new SliceTable(planted.attributes(), both, false, LEAST)
            .worst(CancelSignal.NEVER)
            .getFirst();
    assertThat(slice.expression()).isEqualTo("name1 = v0");
    assertThat(slice.mean()).isEqualTo(slice.run() - slice.against(), Offset.offset(1e-9));
    assertThat(slice.high()).isNegative();
  }

  @Test
  void aLossIsWorstWhereItIsHigh() {
    Planted planted = new Planted(USERS, 6);
    weaken(planted, user -> planted.name(3, user) == 0);
    double[] loss = Arrays.stream(planted.values()).map(value -> 1 - value).toArray();
    UserValues values = new UserValues(Rows.ids("u", USERS), new double[][] {loss});
    Slice slice =
        new SliceTable(planted.attributes(), values, true, LEAST)
            .worst(CancelSignal.NEVER)
            .getFirst();
    assertThat(slice.expression()).isEqualTo("name3 = v0");
    assertThat(slice.difference()).isPositive();
    assertThat(slice.low()).isLessThan(slice.mean());
  }

  @Test
  void itCanBeCancelled() {
    assertThatThrownBy(() -> table(new Planted(USERS, 7)).worst(() -> true))
        .isInstanceOf(CancelledException.class);
  }
}
