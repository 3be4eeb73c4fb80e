package io.aisle.core.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.profile.QualityCheck.Severity;
import io.aisle.domain.data.EventKind;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults are planted, one kind at a time, and found; where there are none nothing is said. */
@Beside
class EventChecksTest {
  private static final Instant START = Instant.parse("2020-01-01T09:00:00Z");

  /** Forty users who look at things and buy some, one event every seven minutes. */
  private static Planted shop() {
    Planted shop = new Planted();
    for (int i = 0; i < 400; i++) {
      look(shop, i, "x" + i * 7 % 11);
    }
    return shop;
  }

  private static void look(Planted shop, int i, String item) {
    String time = START.plusSeconds(i * 420L).toString();
    EventKind kind = i >= 330 ? EventKind.PURCHASE : EventKind.VIEW;
    shop.event("u" + i % 40, item, kind, time, null, 2 + i % 3);
  }

  @Test
  void nothingIsFoundWhereNothingIsPlanted() {
    EventIndex index = shop().index();
    for (String id :
        List.of(
            "leaks",
            "clock",
            "sessions",
            "shared-sessions",
            "order",
            "prices",
            "languages",
            "untouched")) {
      Finding found = find(index, id);
      assertThat(found.count()).as(id).isZero();
      assertThat(found.severity()).as(id).isEqualTo(Severity.GOOD);
      assertThat(found.examples()).as(id).isEmpty();
    }
    assertThat(EventChecks.of("no-category").applies().test(index)).isFalse();
    assertThat(EventChecks.of("order").applies().test(index)).isTrue();
  }

  @Test
  void rowsStampedWhenTheyWereLoadedAreALeak() {
    Planted shop = shop();
    for (int i = 0; i < 25; i++) {
      shop.purchase("u" + i, "x1", "2020-01-02T00:00:00Z");
      shop.purchase("buyer", "x" + i, "2020-01-02T03:00:00Z"); // one large order is none
    }
    Finding found = find(shop.index(), "leaks");
    assertThat(found.count()).isEqualTo(25);
    assertThat(found.examples()).containsExactly("2020-01-02T00:00:00Z");
    assertThat(found.severity()).isEqualTo(Severity.BAD);
    assertThat(found.rows().test(400)).isTrue();
    assertThat(found.rows().test(401)).isFalse();
  }

  @Test
  void wholeDaysAreNoBatch() {
    Planted days = new Planted();
    for (int i = 0; i < 300; i++) {
      days.purchase("u" + i, "x", "2020-01-%02dT00:00:00Z".formatted(1 + i % 10));
    }
    assertThat(find(days.index(), "leaks").count()).isZero();
  }

  @Test
  void aClockAheadAndOneBehindAreFoundInAFileInOrder() {
    Planted shop = new Planted();
    for (int i = 0; i < 400; i++) {
      long off = i == 100 ? 86_400 : i == 200 ? -7_200 : i == 300 ? 500 : 0;
      shop.purchase("u" + i, "x", START.plusSeconds(i * 420L + off).toString());
    }
    Finding found = find(shop.index(), "clock");
    // the third is a minute out of order, which happens between servers
    assertThat(found.examples()).containsExactly("u100", "u200");
    assertThat(found.count()).isEqualTo(2);
  }

  @Test
  void ofAFileInNoOrderNoClockIsBlamed() {
    Planted shop = new Planted();
    for (int i = 0; i < 400; i++) {
      shop.purchase("u" + i, "x", START.plusSeconds(i * 7919L % 400_000).toString());
    }
    assertThat(find(shop.index(), "clock").count()).isZero();
  }

  @Test
  void aVisitThatWasWrittenTwiceIsFoundOnce() {
    Planted shop = shop();
    for (String session : List.of("s1", "s2")) {
      shop.event("a", "x1", EventKind.VIEW, "2020-02-01T10:00:00Z", session, 1);
      shop.event("a", "x2", EventKind.PURCHASE, "2020-02-01T10:05:00Z", session, 1);
    }
    shop.event("b", "x1", EventKind.VIEW, "2020-02-01T10:00:00Z", "s3", 1);
    shop.event("b", "x2", EventKind.PURCHASE, "2020-02-01T10:06:00Z", "s3", 1);
    Finding found = find(shop.index(), "sessions");
    assertThat(found.count()).isEqualTo(1);
    assertThat(found.unit()).isEqualTo(QualityCheck.Unit.SESSIONS);
    assertThat(found.examples()).containsExactly("a");
    assertThat(found.rows().test(402)).isTrue();
    assertThat(found.rows().test(400)).isFalse();
  }

  @Test
  void oneAccountUnderTwoNamesIsFoundWithoutSessions() {
    Planted shop = shop();
    for (String user : List.of("a", "b")) {
      for (int i = 0; i < 3; i++) {
        shop.purchase(user, "x" + i, "2020-02-01T10:0%d:00Z".formatted(i));
      }
    }
    assertThat(find(shop.index(), "sessions").examples()).containsExactly("b");
  }

  @Test
  void aSessionOfTwoUsersIsShared() {
    Planted shop = shop();
    shop.event("a", "x1", EventKind.VIEW, "2020-02-01T10:00:00Z", "s1", 1);
    shop.event("b", "x2", EventKind.VIEW, "2020-02-01T11:00:00Z", "s1", 1);
    shop.event("b", "x2", EventKind.VIEW, "2020-02-01T12:00:00Z", "s2", 1);
    Finding found = find(shop.index(), "shared-sessions");
    assertThat(found.count()).isEqualTo(2);
    assertThat(found.examples()).containsExactly("a", "b");
  }

  @Test
  void aPurchaseBeforeTheFirstViewIsOutOfOrder() {
    Planted shop = shop();
    shop.event("a", "x1", EventKind.PURCHASE, "2020-02-01T10:00:00Z", null, 1);
    shop.event("a", "x1", EventKind.VIEW, "2020-02-01T10:01:00Z", null, 1);
    shop.event("a", "x2", EventKind.PURCHASE, "2020-02-01T10:00:00Z", null, 1); // never seen
    shop.event("b", "x1", EventKind.VIEW, "2020-02-01T09:00:00Z", null, 1);
    shop.event("b", "x1", EventKind.CART, "2020-02-01T10:00:00Z", null, 1);
    shop.event("b", "x1", EventKind.VIEW, "2020-02-01T11:00:00Z", null, 1);
    Finding found = find(shop.index(), "order");
    assertThat(found.count()).isEqualTo(1);
    assertThat(found.rows().test(400)).isTrue();
    EventIndex ratings = new Planted().purchase("a", "x", "2020-01-01T00:00:00Z").index();
    assertThat(EventChecks.of("order").applies().test(ratings)).isFalse();
  }

  @Test
  void aPriceIsComparedWithThoseOfItsItem() {
    Planted shop = shop();
    shop.event("a", "x1", EventKind.PURCHASE, "2020-02-01T10:00:00Z", null, 299.5);
    shop.event("a", "x2", EventKind.PURCHASE, "2020-02-01T10:01:00Z", null, 0.03);
    shop.event("a", "x3", EventKind.PURCHASE, "2020-02-01T10:02:00Z", null, 8);
    shop.event("a", "dear", EventKind.PURCHASE, "2020-02-01T10:03:00Z", null, 900);
    Finding found = find(shop.index(), "prices");
    assertThat(found.count()).isEqualTo(2);
    assertThat(found.examples()).containsExactly("The x1: 299.5 ~ 3", "The x2: 0.03 ~ 3");
  }

  @Test
  void titlesInAnotherLanguageAndItemsWithoutCategoryOrEvents() {
    Planted shop =
        shop()
            .item("zh", "不锈钢水壶 1.7L", "Kitchen")
            .item("de", "Kessel mit Deckel und Griff", "Kitchen")
            .item("brand", "Bosch TWK7203", "");
    EventIndex index = shop.index();
    // no title shows English, so that the tie falls to the first code
    assertThat(find(index, "languages").count()).isEqualTo(1);
    shop.item("en", "The kettle with a lid and the handle", "Kitchen");
    shop.item("en2", "The cup for you and my friends", "Kitchen");
    index = shop.index();
    assertThat(find(index, "languages").examples())
        .containsExactly("不锈钢水壶 1.7L (zh)", "Kessel mit Deckel und Griff (de)");
    assertThat(EventChecks.of("no-category").applies().test(index)).isTrue();
    assertThat(find(index, "no-category").count()).isEqualTo(12);
    Finding untouched = find(index, "untouched");
    assertThat(untouched.count()).isEqualTo(5);
    assertThat(untouched.examples()).contains("Bosch TWK7203");
  }

  @ParameterizedTest
  @CsvSource({
    "红色水杯, zh",
    "スチール ボトル, ja",
    "Чайник электрический, ru",
    "iPhone 15 手机壳 保护套, zh",
    "Le livre des plantes et des fleurs avec images, fr",
    "Toy Story (1995), ''",
    "SET OF 6 T-LIGHTS, ''",
    "12345, ''",
    "Smart plug for the home with timer, en"
  })
  void theLanguageOfATitleIsToldWhereItShows(String title, String language) {
    assertThat(TitleLanguage.of(title).orElse("")).isEqualTo(language);
  }

  private static Finding find(EventIndex index, String id) {
    return EventChecks.of(id).search().find(index, new TestControl());
  }
}
