package io.aisle.core.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.data.EventKind;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.Progress;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of a profile against ones that were counted by hand. */
@Beside
class StatisticTest {
  /** 2020-01-31 was a Friday. */
  private static final EventIndex SHOP =
      new Planted()
          .event("a", "x", EventKind.PURCHASE, "2020-01-31T10:15:00Z", "s1", 1.5)
          .event("a", "y", EventKind.PURCHASE, "2020-01-31T10:45:00Z", "s1", 3)
          .event("a", "x", EventKind.PURCHASE, "2020-02-02T23:59:59Z", "s2", 1.5)
          .event("b", "x", EventKind.PURCHASE, "2020-02-03T00:00:00Z", "s2", 20)
          .event("c", "z", EventKind.PURCHASE, "2020-03-01T12:00:00Z", null, 0)
          .event("c", "x", EventKind.PURCHASE, "2020-03-01T12:00:00Z", "s3", 5)
          .index();

  @SuppressWarnings("unchecked")
  private static <P extends ProfilePart> P part(Statistic statistic, EventIndex index) {
    return (P) statistic.of(index, 1, new TestControl());
  }

  @Test
  void eventsAreCountedByDayWeekAndMonthWithEmptyOnesBetween() {
    Days days = StatisticTest.<ProfilePart.Time>part(Statistic.TIME, SHOP).days();
    assertThat(days.first()).isEqualTo(LocalDate.of(2020, 1, 31));
    assertThat(days.counts()).hasSize(31).startsWith(2, 0, 1, 1, 0).endsWith(0, 2);
    assertThat(days.by(Days.Step.MONTH))
        .extracting(Days.Period::events)
        .containsExactly(2.0, 2.0, 2.0);
    assertThat(days.by(Days.Step.WEEK))
        .startsWith(
            new Days.Period(LocalDate.of(2020, 1, 27), 3),
            new Days.Period(LocalDate.of(2020, 2, 3), 1),
            new Days.Period(LocalDate.of(2020, 2, 10), 0))
        .hasSize(5);
  }

  @Test
  void hoursAreThoseOfTheWeekInUtc() {
    Long[][] hours = StatisticTest.<ProfilePart.Hours>part(Statistic.HOURS, SHOP).events();
    assertThat(hours[4][10]).isEqualTo(2);
    assertThat(hours[6][23]).isEqualTo(1);
    assertThat(hours[0][0]).isEqualTo(1);
    assertThat(hours[6][12]).isEqualTo(2);
  }

  @Test
  void basketsAreSessionsOfOneUser() {
    ProfilePart.Sizes baskets = part(Statistic.BASKETS, SHOP);
    assertThat(baskets.rule()).isEqualTo(Baskets.Rule.SESSION);
    // s2 is used by two users, and one event of c has no session
    assertThat(baskets.bins()).containsExactly(new Bin(1, 2, 3), new Bin(2, 3, 1));
    assertThat(baskets.median()).isEqualTo(1);
  }

  @Test
  void withoutSessionsABasketIsTheDayOfAUserAndOnlyPurchasesCount() {
    EventIndex index =
        new Planted()
            .purchase("a", "x", "2020-01-01T00:00:00Z")
            .purchase("a", "y", "2020-01-01T23:00:00Z")
            .purchase("a", "y", "2020-01-02T00:00:00Z")
            .event("a", "y", EventKind.VIEW, "2020-01-02T00:00:00Z", null, 1)
            .index();
    ProfilePart.Sizes baskets = part(Statistic.BASKETS, index);
    assertThat(baskets.rule()).isEqualTo(Baskets.Rule.DAY);
    assertThat(baskets.purchasesOnly()).isTrue();
    assertThat(baskets.bins()).containsExactly(new Bin(1, 2, 1), new Bin(2, 3, 1));
    assertThat(baskets.median()).isEqualTo(1.5);
    assertThat(StatisticTest.<ProfilePart.Funnel>part(Statistic.KINDS, index).kinds())
        .containsExactly(
            new KindCount(EventKind.VIEW, 1, 1, 1), new KindCount(EventKind.PURCHASE, 3, 1, 2));
  }

  @Test
  void aVisitEndsWithItsSessionOrAPauseOfHalfAnHour() {
    ProfilePart.Sizes ofSessions = part(Statistic.VISITS, SHOP);
    assertThat(ofSessions.rule()).isEqualTo(Baskets.Rule.SESSION);
    EventIndex index =
        new Planted()
            .purchase("a", "x", "2020-01-01T00:00:00Z")
            .purchase("a", "y", "2020-01-01T00:59:59Z")
            .purchase("b", "y", "2020-01-01T00:10:00Z")
            .purchase("a", "z", "2020-01-01T00:29:59Z")
            .purchase("a", "z", "2020-01-01T02:00:00Z")
            .index();
    ProfilePart.Sizes visits = part(Statistic.VISITS, index);
    assertThat(visits.rule()).isEqualTo(Baskets.Rule.PAUSE);
    // the first three of a, with 29:59 and 30:00 between them, are two visits
    assertThat(visits.bins()).containsExactly(new Bin(1, 2, 3), new Bin(2, 3, 1));
    assertThat(
            EventSelection.of(
                    index, List.of(new EventFilter.VisitSizes(2, 3)), 1, new TestControl())
                .rows())
        .containsExactly(0, 3);
  }

  @Test
  void pairsOfABasketHaveSupportAndLift() {
    Planted shop = new Planted();
    for (int i = 0; i < 8; i++) {
      String day = "2020-01-%02dT10:00:00Z".formatted(i + 1);
      shop.purchase("u" + i, i < 6 ? "tea" : "nails", day);
      shop.purchase("u" + i, i < 6 ? "milk" : "tea", day);
      shop.purchase("u" + i, "tea", day);
    }
    BasketPairs pairs = part(Statistic.PAIRS, shop.index());
    assertThat(pairs.baskets()).isEqualTo(8);
    assertThat(pairs.pairs())
        .containsExactly(new BasketPairs.Pair("tea", "milk", "The tea", "The milk", 6, 1.0));
    assertThat(
            EventSelection.of(
                    shop.index(),
                    List.of(new EventFilter.Together("tea", "nails")),
                    1,
                    new TestControl())
                .rows())
        .containsExactly(18, 19, 20, 21, 22, 23);
  }

  @Test
  void pricesOfACategoryAreThoseOfItsTop() {
    Planted shop =
        new Planted()
            .item("a", "A", "Home > Kitchen")
            .item("b", "B", "home.garden")
            .item("c", "C", "Home/Bath")
            .item("d", "D", "");
    for (int i = 1; i <= 5; i++) {
      shop.event("u" + i % 2, "a", EventKind.PURCHASE, "2020-01-01T00:00:00Z", null, i);
    }
    shop.event("v", "c", EventKind.PURCHASE, "2020-01-01T00:00:00Z", null, 6);
    shop.event("v", "b", EventKind.PURCHASE, "2020-01-01T00:00:00Z", null, 2);
    shop.event("v", "d", EventKind.PURCHASE, "2020-01-01T00:00:00Z", null, 9);
    shop.event("v", "b", EventKind.PURCHASE, "2020-01-01T00:00:00Z", null, 0);
    CategoryPrices prices = part(Statistic.CATEGORIES, shop.index());
    assertThat(prices.groups())
        .containsExactly(
            new CategoryPrices.Group("Home", 6, 3, 2.25, 3.5, 4.75),
            new CategoryPrices.Group("home", 1, 1, 2, 2, 2));
    assertThat(
            EventSelection.of(
                    shop.index(), List.of(new EventFilter.OfCategory("Home")), 1, new TestControl())
                .rows())
        .hasSize(6);
  }

  @Test
  void withoutPricesTimesOrBasketsAStatisticIsEmpty() {
    EventIndex empty = new Planted().index();
    for (Statistic statistic : Statistic.values()) {
      assertThat(statistic.of(empty, 5, new TestControl())).as(statistic.name()).isNotNull();
    }
    assertThat(StatisticTest.<CategoryPrices>part(Statistic.CATEGORIES, SHOP).groups()).isEmpty();
  }

  @Test
  void aStatisticThatIsCancelledEnds() {
    TestControl cancelled = new TestControl(progress -> true);
    cancelled.at(new Progress("reading", 0, 0));
    for (Statistic statistic : Statistic.values()) {
      assertThatExceptionOfType(CancelledException.class)
          .as(statistic.name())
          .isThrownBy(() -> statistic.of(SHOP, 1, cancelled));
    }
  }

  @Test
  void theLongTailGoesFromTheMostActiveItemDown() {
    LongTail tail = StatisticTest.<ProfilePart.Tail>part(Statistic.ITEMS, SHOP).tail();
    assertThat(tail.bars()).extracting(Bin::count).containsExactly(4L, 1L, 1L);
    assertThat(tail.headItems()).isEqualTo(1);
    assertThat(tail.headShare()).isEqualTo(4 / 6.0);
    assertThat(tail.half()).isEqualTo(1);
    LongTail users = StatisticTest.<ProfilePart.Tail>part(Statistic.USERS, SHOP).tail();
    assertThat(users.bars()).extracting(Bin::count).containsExactly(3L, 2L, 1L);
    assertThat(users.half()).isEqualTo(1);
  }

  @Test
  void pricesActivityRecencyAndSparsity() {
    ProfilePart.Bars prices = part(Statistic.PRICES, SHOP);
    ProfilePart.Bars activity = part(Statistic.ACTIVITY, SHOP);
    ProfilePart.Bars recency = part(Statistic.RECENCY, SHOP);
    Facts facts = part(Statistic.FACTS, SHOP);
    assertThat(prices.bins())
        .containsExactly(
            new Bin(Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1),
            new Bin(1, 2, 2),
            new Bin(2, 5, 1),
            new Bin(5, 10, 1),
            new Bin(10, 20, 0),
            new Bin(20, 50, 1));
    assertThat(activity.bins())
        .containsExactly(new Bin(1, 2, 1), new Bin(2, 3, 1), new Bin(3, 5, 1));
    // b was idle for 27 days and a bit, a for one hour less than 28
    assertThat(recency.bins().getFirst()).isEqualTo(new Bin(0, 1, 1));
    assertThat(recency.bins()).filteredOn(bin -> bin.count() > 0).hasSize(2);
    assertThat(recency.bins())
        .filteredOn(bin -> bin.holds(27))
        .first()
        .matches(b -> b.count() == 2);
    assertThat(facts.density()).isEqualTo(5 / 9.0);
    assertThat(facts.perUser()).isEqualTo(2);
    assertThat(facts.perItem()).isEqualTo(1);
    assertThat(facts.topShare()).isEqualTo(4 / 6.0);
    ProfilePart.Bars titles = part(Statistic.TITLES, SHOP);
    assertThat(titles.bins()).hasSize(5).endsWith(new Bin(5, 6, 3));
  }

  @Test
  void aFilterOfEachChartPicksWhatItsBarCounts() {
    assertThat(pick(new EventFilter.BasketSizes(2, 3))).containsExactly(0, 1);
    assertThat(pick(new EventFilter.ItemRanks(0, 1))).containsExactly(0, 2, 3, 5);
    assertThat(pick(new EventFilter.UserRanks(0, 1))).containsExactly(0, 1, 2);
    assertThat(pick(new EventFilter.TitleLengths(5, 6))).hasSize(6);
    assertThat(pick(new EventFilter.Prices(1, 2))).containsExactly(0, 2);
    assertThat(pick(new EventFilter.Prices(Double.NEGATIVE_INFINITY, Double.MIN_VALUE)))
        .containsExactly(4);
    assertThat(pick(new EventFilter.Activity(1, 2))).containsExactly(3);
    assertThat(pick(new EventFilter.IdleDays(27, 28))).containsExactly(0, 1, 2, 3);
    assertThat(pick(new EventFilter.Hour(6, 12))).containsExactly(4, 5);
    assertThat(pick(new EventFilter.Words("THE Z"))).containsExactly(4);
    assertThat(pick(new EventFilter.OfUser("a"), new EventFilter.OfItem("x")))
        .containsExactly(0, 2);
    assertThat(pick(new EventFilter.OfUser("nobody"))).isEmpty();
    long day = LocalDate.of(2020, 2, 3).toEpochDay() * 86_400_000;
    EventSelection days =
        EventSelection.of(
            SHOP, List.of(new EventFilter.Times(day, day + 86_400_000)), 1, new TestControl());
    assertThat(days.rows()).containsExactly(3);
    assertThat(days.days().counts()).containsExactly(1);
  }

  private static int[] pick(EventFilter... filters) {
    return EventSelection.of(SHOP, List.of(filters), 1, new TestControl()).rows();
  }
}
