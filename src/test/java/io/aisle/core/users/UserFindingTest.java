package io.aisle.core.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.training.RunData;
import io.aisle.domain.data.Catalogue;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.testkit.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users found by what they had, and when they were active. */
class UserFindingTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of("ann", "bob", "cid"),
          List.of("1", "12", "3"),
          List.of("Red bag", "Blue bag", ""),
          List.of("", "", ""));

  private static final RunData DATA =
      new RunData(
          CATALOGUE,
          new SplitData(
              Rows.timed(3, new int[][] {{0, 1}, {1}, {}}, new long[] {0, 5, 119}),
              Interactions.empty(3, 3),
              Rows.timed(3, new int[][] {{}, {}, {2}}, new long[] {60})));

  @Test
  void anExactIdMeansOneItemAndWordsMeanAllThatContainThem() {
    ItemUsers exact = ItemLookup.whoHad(DATA, " 1 ");
    assertThat(exact.users()).containsExactly("ann");
    assertThat(exact.title()).isEqualTo("Red bag");
    ItemUsers bags = ItemLookup.whoHad(DATA, "BAG");
    assertThat(bags.items()).isEqualTo(2);
    assertThat(bags.title()).isEmpty();
    assertThat(bags.users()).containsExactlyInAnyOrder("ann", "bob");
    assertThat(ItemLookup.whoHad(DATA, "3").users()).as("held out counts").containsExactly("cid");
    assertThat(ItemLookup.whoHad(DATA, "shoe").users()).isEmpty();
  }

  @Test
  void activityIsByTheUsersOwnBusiestSpan() {
    Activity activity = new Activity(DATA);
    byte[] ann = activity.of(0);
    assertThat(ann).hasSize(Activity.BINS);
    assertThat(ann[0]).isEqualTo((byte) Activity.HIGHEST);
    assertThat(activity.of(1)[Activity.BINS - 1]).isEqualTo((byte) Activity.HIGHEST);
    assertThat(activity.of(2)[6]).isEqualTo((byte) Activity.HIGHEST);
    assertThat(activity.of(2)[0]).isZero();
  }

  @Test
  void withoutTimesThereIsNoActivity() {
    Interactions untimed = Rows.timed(3, new int[][] {{0}, {1}, {2}}, new long[0]);
    assertThat(new Activity(List.of(untimed)).of(0)).isEmpty();
  }
}
