package io.aisle.core.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.EventKind;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Nothing of a profile tells of fewer users than may be shown, and what is not shown is counted.
 */
@Beside
class SmallGroupsTest {
  private static final int LEAST = 3;

  /**
   * Four users buy tea for 2 on the first of January; one of them buys it on the third, too, and
   * nails for 60 at night, after a look.
   */
  private static Planted shop() {
    Planted shop = new Planted().item("tea", "Tea", "Food").item("nails", "Nails", "Garden > Shed");
    for (int user = 0; user < 4; user++) {
      shop.event("u" + user, "tea", EventKind.PURCHASE, "2020-01-01T10:00:00Z", null, 2);
    }
    return shop.event("u0", "tea", EventKind.PURCHASE, "2020-01-03T10:00:00Z", null, 2)
        .event("u0", "nails", EventKind.VIEW, "2020-01-03T23:00:00Z", null, 60)
        .event("u0", "nails", EventKind.PURCHASE, "2020-01-03T23:10:00Z", null, 60);
  }

  private static final EventIndex SHOP = shop().index();

  @SuppressWarnings("unchecked")
  private static <P extends ProfilePart> P part(Statistic statistic, EventIndex index) {
    return (P) statistic.of(index, LEAST, new TestControl());
  }

  @Test
  void daysOfFewUsersAreTheMeanOfSeveral() {
    Days days = SmallGroupsTest.<ProfilePart.Time>part(Statistic.TIME, SHOP).days();
    assertThat(days.first()).isEqualTo(LocalDate.of(2020, 1, 1));
    assertThat(Arrays.stream(days.counts()).sum()).isEqualTo(7);
    assertThat(days.counts()).containsOnly(7 / 3.0);
    assertThat(days.small()).isEqualTo(new SmallGroups(1, LEAST));
    EventSelection one =
        EventSelection.of(SHOP, List.of(new EventFilter.OfUser("u0")), LEAST, new TestControl());
    assertThat(one.rows()).hasSize(4);
    assertThat(one.days().first()).isNull();
    assertThat(one.days().small().count()).isEqualTo(2);
  }

  @Test
  void hoursKindsAndCategoriesOfFewUsersAreLeftOutAndCounted() {
    ProfilePart.Hours hours = part(Statistic.HOURS, SHOP);
    assertThat(hours.events()[2][10]).isEqualTo(4);
    assertThat(hours.events()[4][10]).isNull();
    assertThat(hours.events()[4][23]).isNull();
    assertThat(hours.events()[0][0]).isZero();
    assertThat(hours.small().count()).isEqualTo(2);
    ProfilePart.Funnel kinds = part(Statistic.KINDS, SHOP);
    assertThat(kinds.kinds()).containsExactly(new KindCount(EventKind.PURCHASE, 6, 4, 2));
    assertThat(kinds.small().count()).isEqualTo(1);
    CategoryPrices prices = part(Statistic.CATEGORIES, SHOP);
    assertThat(prices.groups()).extracting(CategoryPrices.Group::category).containsExactly("Food");
    assertThat(prices.small().count()).isEqualTo(1);
  }

  @Test
  void barsOfFewUsersAreJoinedWithTheirNeighbours() {
    ProfilePart.Bars activity = part(Statistic.ACTIVITY, SHOP);
    // one user has four events: too few for a bar, so that all are in one
    assertThat(activity.bins()).containsExactly(new Bin(1, 5, 4));
    assertThat(activity.small().count()).isEqualTo(1);
    ProfilePart.Bars prices = part(Statistic.PRICES, SHOP);
    assertThat(prices.bins()).singleElement().matches(bin -> bin.count() == 7 && bin.holds(60));
    ProfilePart.Bars recency = part(Statistic.RECENCY, SHOP);
    assertThat(recency.bins()).singleElement().matches(bin -> bin.count() == 4);
    ProfilePart.Sizes baskets = part(Statistic.BASKETS, SHOP);
    assertThat(baskets.bins()).containsExactly(new Bin(1, 3, 5));
    assertThat(baskets.small().count()).isEqualTo(1);
  }

  @Test
  void theTailOfUsersHasBarsOfEnoughOfThem() {
    ProfilePart.Tail users = part(Statistic.USERS, SHOP);
    // four users make one bar; the first fifth of them, and those with half the events, are one
    assertThat(users.tail().bars()).containsExactly(new Bin(0, 4, 7));
    assertThat(users.tail().headShare()).isNaN();
    assertThat(users.tail().half()).isZero();
    ProfilePart.Tail items = part(Statistic.ITEMS, SHOP);
    assertThat(items.tail().bars()).hasSize(2);
  }

  @Test
  void pairsThatFewUsersBoughtAreLeftOut() {
    Planted shop = new Planted();
    for (int day = 1; day <= 8; day++) {
      String time = "2020-01-%02dT10:00:00Z".formatted(day);
      shop.purchase("u" + day, "tea", time).purchase("u" + day, "milk", time);
      shop.purchase("one", "nails", time).purchase("one", "hammer", time);
    }
    BasketPairs pairs = part(Statistic.PAIRS, shop.index());
    assertThat(pairs.pairs()).extracting(BasketPairs.Pair::first).containsExactly("tea");
    assertThat(pairs.small()).isEqualTo(new SmallGroups(1, LEAST));
  }

  @Test
  void ofADataSetWithTooFewUsersNothingOfPeopleIsShown() {
    EventIndex index =
        new Planted()
            .event("a", "x", EventKind.PURCHASE, "2020-01-31T10:15:00Z", null, 1.5)
            .event("b", "y", EventKind.PURCHASE, "2020-02-01T10:15:00Z", null, 3)
            .index();
    assertThat(SmallGroupsTest.<ProfilePart.Time>part(Statistic.TIME, index).days().first())
        .isNull();
    for (Statistic statistic : List.of(Statistic.ACTIVITY, Statistic.RECENCY, Statistic.PRICES)) {
      ProfilePart.Bars bars = part(statistic, index);
      assertThat(bars.bins()).as(statistic.name()).isEmpty();
      assertThat(bars.median()).isNaN();
      assertThat(bars.small().any()).isTrue();
    }
    assertThat(part(Statistic.USERS, index).small().any()).isTrue();
    assertThat(SmallGroupsTest.<Facts>part(Statistic.FACTS, index).perUser()).isNaN();
    assertThat(SmallGroupsTest.<ProfilePart.Tail>part(Statistic.ITEMS, index).tail().bars())
        .hasSize(2);
  }

  @Test
  void everyGroupIsInOneRangeAndNoRangeIsSmall() {
    int[][] users = {{1}, {}, {2, 3}, {1, 2, 3, 4}, {}, {5}, {}};
    Crowds crowds = new Crowds(users.length, LEAST);
    for (int group = 0; group < users.length; group++) {
      for (int user : users[group]) {
        crowds.add(group, user);
      }
    }
    assertThat(crowds.small().count()).isEqualTo(3);
    // the last two have no other users before them but the four
    assertThat(crowds.joined()).containsExactly(0, 3, 7);
    assertThat(new Crowds(3, LEAST).joined()).containsExactly(0, 1, 2, 3);
  }
}
