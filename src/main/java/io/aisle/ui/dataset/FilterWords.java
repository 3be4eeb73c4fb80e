package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;

/** Says in words what a filter lets through. FX thread only. */
final class FilterWords {
  private final Texts texts;
  private final BarWords bars;

  FilterWords(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.bars = new BarWords(texts, numbers);
  }

  String of(EventFilter filter) {
    return switch (filter) {
      case EventFilter.Times(long from, long to) -> days(from, to);
      case EventFilter.Hour(int day, int hour) ->
          texts.of(
              "data.filter.hour",
              DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL, texts.locale()),
              "%02d:00".formatted(hour),
              "%02d:59".formatted(hour));
      case EventFilter.ItemRanks(int from, int to) ->
          texts.of("data.filter.ranks", bars.whole(from + 1.0, to + 1.0));
      case EventFilter.UserRanks(int from, int to) ->
          texts.of("data.filter.userRanks", bars.whole(from + 1.0, to + 1.0));
      case EventFilter.VisitSizes(double from, double to) ->
          texts.of("data.filter.visits", bars.whole(from, to));
      case EventFilter.TitleLengths(double from, double to) ->
          texts.of("data.filter.titles", bars.whole(from, to));
      case EventFilter.OfCategory(String category) -> texts.of("data.filter.category", category);
      case EventFilter.Together(String first, String second) ->
          texts.of("data.filter.together", first, second);
      case EventFilter.BasketSizes(double from, double to) ->
          texts.of("data.filter.baskets", bars.whole(from, to));
      case EventFilter.Activity(double from, double to) ->
          texts.of("data.filter.activity", bars.whole(from, to));
      case EventFilter.Prices(double from, double to) ->
          texts.of("data.filter.prices", bars.money(from, to));
      case EventFilter.IdleDays(double from, double to) ->
          texts.of("data.filter.idle", bars.whole(from, to));
      case EventFilter.Kind(var kind) ->
          texts.of("data.filter.kind", texts.word("kind.", kind.id()));
      case EventFilter.OfUser(String user) -> texts.of("data.filter.user", user);
      case EventFilter.OfItem(String item) -> texts.of("data.filter.item", item);
      case EventFilter.Words(String text) -> texts.of("data.filter.words", text);
      case EventFilter.Found(String check) ->
          texts.of("data.filter.found", texts.word("quality.", check));
    };
  }

  private String days(long from, long to) {
    String first = day(from);
    String last = day(to - 1);
    return first.equals(last)
        ? texts.of("data.filter.day", first)
        : texts.of("data.filter.days", first, last);
  }

  private static String day(long millis) {
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
