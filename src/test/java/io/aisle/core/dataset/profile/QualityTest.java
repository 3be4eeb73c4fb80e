package io.aisle.core.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.profile.QualityCheck.Severity;
import io.aisle.domain.data.EventKind;
import io.aisle.testkit.TestControl;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Planted dirt is found, counted, and nothing else is. */
class QualityTest {
  @Test
  void refusedRowsAreGroupedAndGraded() {
    List<QualityCheck> checks =
        checks(
            new Planted(
                    1000,
                    Map.of("no-customer", 200L, "missing-user", 49L, "duplicate", 9L, "mine", 1L))
                .purchase("a", "x", "2020-01-01T00:00:00Z")
                .index());
    QualityCheck user = check(checks, "no-user");
    assertThat(user.count()).isEqualTo(249);
    assertThat(user.share()).isEqualTo(0.249);
    assertThat(user.severity()).isEqualTo(Severity.BAD);
    assertThat(((QualityCheck.Refused) user.where()).reasons())
        .containsExactly("no-customer", "missing-user");
    assertThat(check(checks, "duplicate").severity()).isEqualTo(Severity.WARN);
    assertThat(check(checks, "rule:mine").severity()).isEqualTo(Severity.INFO);
    assertThat(check(checks, "cancelled").severity()).isEqualTo(Severity.GOOD);
    assertThat(checks.getFirst()).isSameAs(user);
    assertThat(checks).extracting(QualityCheck::id).doesNotHaveDuplicates();
    assertThat(checks.getLast().severity()).isEqualTo(Severity.GOOD);
  }

  @Test
  void wrongClocksAreFound() {
    EventIndex index =
        new Planted()
            .purchase("a", "x", "1970-01-01T00:00:00Z")
            .purchase("a", "y", "2020-01-01T00:00:00Z")
            .purchase("b", "y", "2020-07-01T00:00:00Z")
            .index();
    found(index, "old", 1, 0);
    found(index, "future", 1, 2);
  }

  @Test
  void repeatsAndTiesAreDifferentThings() {
    EventIndex index =
        new Planted()
            .purchase("a", "x", "2020-01-01T00:00:00Z")
            .purchase("a", "y", "2020-01-01T00:00:00Z")
            .purchase("b", "x", "2020-01-01T00:00:00Z")
            .purchase("a", "x", "2020-01-01T00:00:00Z")
            .event("a", "x", EventKind.VIEW, "2020-01-01T00:00:00Z", null, 1)
            .purchase("a", "x", "2020-01-02T00:00:00Z")
            .index();
    found(index, "repeats", 1, 3);
    found(index, "ties", 4, 0, 1, 3, 4);
  }

  @Test
  void aGapIsLongerThanTheUsualPause() {
    Planted shop = new Planted();
    for (int day = 0; day < 60; day++) {
      boolean sunday = day % 7 == 0;
      boolean holiday = day >= 30 && day < 36;
      if (!sunday && !holiday) {
        shop.purchase(
            "u" + day, "x", Instant.ofEpochSecond(1_577_836_800L + day * 86_400L).toString());
      }
    }
    QualityCheck gaps = check(checks(shop.index()), "gaps");
    assertThat(gaps.count()).isEqualTo(1);
    assertThat(gaps.examples()).containsExactly("2020-01-31 – 2020-02-05");
    assertThat(rows(shop.index(), "gaps")).hasSize(2);
  }

  @Test
  void programsAreFoundByRateAndByRegularity() {
    Planted shop = new Planted();
    Instant start = Instant.parse("2020-01-01T00:00:00Z");
    for (int i = 0; i < 200; i++) {
      shop.purchase("fast", "x", start.plusSeconds(i * 60L + (i * 37 % 50)).toString());
    }
    for (int i = 0; i < 60; i++) {
      shop.purchase("clock", "x", start.plusSeconds(i * 86_400L).toString());
      shop.purchase(
          "human", "x", start.plusSeconds(i * 86_400L + i * i * 700L % 80_000).toString());
    }
    QualityCheck robots = check(checks(shop.index()), "robots");
    assertThat(robots.examples()).containsExactly("fast", "clock");
    assertThat(robots.severity()).isEqualTo(Severity.BAD);
    assertThat(rows(shop.index(), "robots")).hasSize(260);
  }

  @Test
  void itemsAndUsers() {
    Planted shop =
        new Planted()
            .event("a", "no-name", EventKind.PURCHASE, "2020-01-01T00:00:00Z", null, 0)
            .event("b", "y", EventKind.OTHER, "2020-01-02T00:00:00Z", null, 2);
    for (int i = 0; i < 5; i++) {
      shop.event("c", "z", EventKind.PURCHASE, "2020-01-0%dT00:00:00Z".formatted(i + 3), null, 1);
    }
    EventIndex index = shop.index(Map.of(2, List.of("Zed")));
    found(index, "no-title", 1, 0);
    found(index, "zero-price", 1, 0);
    found(index, "unknown-kind", 1, 1);
    found(index, "single", 2, 0, 1);
    found(index, "cold", 2, 0, 1);
    found(index, "several-titles", 1, 2, 3, 4, 5, 6);
    assertThat(check(checks(index), "several-titles").examples()).containsExactly("The z / Zed");
    found(index, "skew", 1, 2, 3, 4, 5, 6);
  }

  @Test
  void aCleanShopHasNothingThatNeedsAttention() {
    Planted shop = new Planted(50, Map.of());
    for (int i = 0; i < 50; i++) {
      Instant time = Instant.parse("2020-01-01T09:00:00Z").plusSeconds(i * i * 331L);
      shop.event("u" + i % 5, "x" + i % 7, EventKind.PURCHASE, time.toString(), null, 3);
    }
    assertThat(checks(shop.index())).filteredOn(QualityCheck::needsAttention).isEmpty();
  }

  @Test
  void aCatalogueWithoutEventsIsOnlyCheckedForItsItems() {
    assertThat(checks(new Planted().index()))
        .noneMatch(QualityCheck::needsAttention)
        .extracting(QualityCheck::id)
        .contains("no-title", "unreadable")
        .doesNotContain("cold", "skew", "gaps");
  }

  private static void found(EventIndex index, String id, long count, int... rows) {
    assertThat(check(checks(index), id).count()).as(id).isEqualTo(count);
    assertThat(rows(index, id)).as(id).containsExactly(rows);
  }

  private static int[] rows(EventIndex index, String id) {
    return EventSelection.of(index, List.of(new EventFilter.Found(id)), 1, new TestControl())
        .rows();
  }

  private static List<QualityCheck> checks(EventIndex index) {
    return Quality.of(index, List.of(), new TestControl());
  }

  private static QualityCheck check(List<QualityCheck> checks, String id) {
    return checks.stream().filter(check -> check.id().equals(id)).findFirst().orElseThrow();
  }
}
