package io.aisle.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static final ChartWords ENGLISH = words(Locale.ENGLISH);
  private static final ChartWords CHINESE = words(Locale.SIMPLIFIED_CHINESE);

  @Test
  void decadesAreEquallyFarOnALogarithmicAxis() {
    Axis axis = new Axis(Axis.Kind.LOG, 0.1, 1000, 0, 400);
    assertThat(axis.at(1)).isEqualTo(100, within(1e-9));
    assertThat(axis.at(100)).isEqualTo(300, within(1e-9));
    assertThat(axis.back(200)).isEqualTo(10, within(1e-9));
    assertThat(labels(axis.ticks(5, ENGLISH))).containsExactly("0.1", "1", "10", "100", "1,000");
  }

  @Test
  void aShortLogarithmicAxisStillHasSeveralTicks() {
    assertThat(new Axis(Axis.Kind.LOG, 2, 60, 0, 1).ticks(6, ENGLISH)).hasSizeBetween(3, 6);
    assertThat(new Axis(Axis.Kind.LOG, 2, 3, 0, 1).ticks(5, ENGLISH)).hasSizeBetween(2, 6);
    assertThat(new Axis(Axis.Kind.LOG, 1e-9, 1e9, 0, 1).ticks(4, ENGLISH)).hasSizeBetween(2, 5);
  }

  @Test
  void aLogarithmicAxisOfNothingPositiveIsStillAnAxis() {
    Axis axis = Axis.of(Axis.Kind.LOG, 0, 0);
    assertThat(axis.low()).isPositive();
    assertThat(axis.high()).isGreaterThan(axis.low());
  }

  @Test
  void epochsHaveNoHalves() {
    Axis axis = new Axis(Axis.Kind.WHOLE, 1, 3, 0, 1);
    assertThat(labels(axis.ticks(8, ENGLISH))).containsExactly("1", "2", "3");
  }

  @Test
  void monthsBeginOnTheirFirstDay() {
    Axis year =
        new Axis(
            Axis.Kind.TIME, millis("2010-12-01T08:26:00Z"), millis("2011-12-09T12:50:00Z"), 0, 1);
    List<Tick> ticks = year.ticks(13, ENGLISH);
    assertThat(labels(ticks)).startsWith("Jan 2011", "Feb", "Mar").endsWith("Nov", "Dec");
    assertThat(ticks.getFirst().value()).isEqualTo(millis("2011-01-01T00:00:00Z"));
    assertThat(labels(year.ticks(13, CHINESE))).startsWith("2011年1月", "2月");
    assertThat(labels(year.ticks(4, ENGLISH))).containsExactly("Jan 2011", "Apr", "Jul", "Oct");
  }

  @Test
  void hoursNameTheirDayOnce() {
    Axis day =
        new Axis(
            Axis.Kind.TIME, millis("2011-03-05T22:00:00Z"), millis("2011-03-06T03:00:00Z"), 0, 1);
    assertThat(labels(day.ticks(6, ENGLISH)))
        .containsExactly("Mar 5 22:00", "23:00", "Mar 6 00:00", "01:00", "02:00", "03:00");
  }

  @Test
  void weeksAreCountedFromTheFirstOfAMonth() {
    Axis quarter =
        new Axis(
            Axis.Kind.TIME, millis("2011-01-20T00:00:00Z"), millis("2011-03-20T00:00:00Z"), 0, 1);
    assertThat(labels(quarter.ticks(6, ENGLISH)))
        .containsExactly("Feb 1", "Feb 15", "Mar 1", "Mar 15");
  }

  @Test
  void aPartShowsTheSameValuesWider() {
    Axis axis = new Axis(Axis.Kind.LINEAR, 0, 10, 0, 100).part(0.2, 0.4);
    assertThat(axis.at(2)).isZero();
    assertThat(axis.at(4)).isEqualTo(100);
    assertThat(new Axis(Axis.Kind.LOG, 1, 100, 0, 1).part(0.5, 1).low())
        .isEqualTo(10, within(1e-9));
  }

  @Test
  void numbersAreWrittenAsTheLanguageDoes() {
    ChartWords german = words(Locale.GERMAN);
    assertThat(ENGLISH.value(1234.5)).isEqualTo("1,234");
    assertThat(german.value(0.1213)).isEqualTo("0,1213");
    assertThat(ENGLISH.value(-0.5)).isEqualTo("−0.5");
    assertThat(ENGLISH.value(0.0000123)).isEqualTo("0.0000123");
    assertThat(ENGLISH.tick(40_000, 0, 60_000)).isEqualTo("40K");
    assertThat(CHINESE.tick(40_000, 0, 60_000)).isEqualTo("4万");
  }

  private static ChartWords words(Locale locale) {
    return new ChartWords(new Texts(locale), new Numbers(locale));
  }

  private static List<String> labels(List<Tick> ticks) {
    return ticks.stream().map(Tick::words).toList();
  }

  private static double millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
