package io.aisle.core.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.EventKind;
import io.aisle.testkit.TestControl;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of a profile against ones that were counted by hand. */
class DatasetProfileTest {
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

  private final DatasetProfile profile = DatasetProfile.of(SHOP, new TestControl());

  @Test
  void eventsAreCountedByDayWeekAndMonthWithEmptyOnesBetween() {
    assertThat(profile.days().first()).isEqualTo(LocalDate.of(2020, 1, 31));
    assertThat(profile.days().counts()).hasSize(31).startsWith(2, 0, 1, 1, 0).endsWith(0, 2);
    assertThat(profile.days().by(Days.Step.MONTH))
        .extracting(Days.Period::events)
        .containsExactly(2L, 2L, 2L);
    assertThat(profile.days().by(Days.Step.WEEK))
        .startsWith(
            new Days.Period(LocalDate.of(2020, 1, 27), 3),
            new Days.Period(LocalDate.of(2020, 2, 3), 1),
            new Days.Period(LocalDate.of(2020, 2, 10), 0))
        .hasSize(5);
  }

  @Test
  void hoursAreThoseOfTheWeekInUtc() {
    assertThat(profile.hours()[4][10]).isEqualTo(2);
    assertThat(profile.hours()[6][23]).isEqualTo(1);
    assertThat(profile.hours()[0][0]).isEqualTo(1);
    assertThat(profile.hours()[6][12]).isEqualTo(2);
  }

  @Test
  void basketsAreSessionsOfOneUser() {
    assertThat(profile.basketRule()).isEqualTo(Baskets.Rule.SESSION);
    // s2 is used by two users, and one event of c has no session
    assertThat(profile.baskets()).containsExactly(new Bin(1, 2, 3), new Bin(2, 3, 1));
    assertThat(profile.basketMedian()).isEqualTo(1);
  }

  @Test
  void withoutSessionsABasketIsTheDayOfAUserAndOnlyPurchasesCount() {
    DatasetProfile days =
        DatasetProfile.of(
            new Planted()
                .purchase("a", "x", "2020-01-01T00:00:00Z")
                .purchase("a", "y", "2020-01-01T23:00:00Z")
                .purchase("a", "y", "2020-01-02T00:00:00Z")
                .event("a", "y", EventKind.VIEW, "2020-01-02T00:00:00Z", null, 1)
                .index(),
            new TestControl());
    assertThat(days.basketRule()).isEqualTo(Baskets.Rule.DAY);
    assertThat(days.basketsOfPurchases()).isTrue();
    assertThat(days.baskets()).containsExactly(new Bin(1, 2, 1), new Bin(2, 3, 1));
    assertThat(days.basketMedian()).isEqualTo(1.5);
    assertThat(days.kinds())
        .containsExactly(
            new KindCount(EventKind.VIEW, 1, 1, 1), new KindCount(EventKind.PURCHASE, 3, 1, 2));
  }

  @Test
  void theLongTailGoesFromTheMostActiveItemDown() {
    LongTail tail = profile.tail();
    assertThat(tail.bars()).extracting(Bin::count).containsExactly(4L, 1L, 1L);
    assertThat(tail.headItems()).isEqualTo(1);
    assertThat(tail.headShare()).isEqualTo(4 / 6.0);
    assertThat(tail.half()).isEqualTo(1);
  }

  @Test
  void pricesActivityRecencyAndSparsity() {
    assertThat(profile.prices())
        .containsExactly(
            new Bin(Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1),
            new Bin(1, 2, 2),
            new Bin(2, 5, 1),
            new Bin(5, 10, 1),
            new Bin(10, 20, 0),
            new Bin(20, 50, 1));
    assertThat(profile.activity())
        .containsExactly(new Bin(1, 2, 1), new Bin(2, 3, 1), new Bin(3, 5, 1));
    // b was idle for 27 days and a bit, a for one hour less than 28
    assertThat(profile.recency().getFirst()).isEqualTo(new Bin(0, 1, 1));
    assertThat(profile.recency()).filteredOn(bin -> bin.count() > 0).hasSize(2);
    assertThat(profile.recency())
        .filteredOn(bin -> bin.holds(27))
        .first()
        .matches(b -> b.count() == 2);
    assertThat(profile.density()).isEqualTo(5 / 9.0);
    assertThat(DatasetProfile.median(profile.userActivity())).isEqualTo(2);
  }

  @Test
  void aFilterOfEachChartPicksWhatItsBarCounts() {
    assertThat(pick(new EventFilter.BasketSizes(2, 3))).containsExactly(0, 1);
    assertThat(pick(new EventFilter.ItemRanks(0, 1))).containsExactly(0, 2, 3, 5);
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
            SHOP, List.of(new EventFilter.Times(day, day + 86_400_000)), new TestControl());
    assertThat(days.rows()).containsExactly(3);
    assertThat(days.days().counts()).containsExactly(1);
  }

  private static int[] pick(EventFilter... filters) {
    return EventSelection.of(SHOP, List.of(filters), new TestControl()).rows();
  }
}
