package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.Baskets;
import io.aisle.core.dataset.profile.Bin;
import io.aisle.core.dataset.profile.DatasetProfile;
import io.aisle.core.dataset.profile.Days;
import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.core.dataset.profile.KindCount;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.function.Function;

/**
 * A profile as bars and words. A chart without bars is not shown.
 *
 * @param days null without times
 * @param hours {@code [7][24]} Monday first
 * @param tiles figures that need no chart
 */
record ProfileView(
    boolean events,
    Days days,
    long[][] hours,
    List<Tile> tiles,
    Chart tail,
    Chart baskets,
    Chart activity,
    Chart recency,
    Chart prices,
    Chart kinds) {
  /** Bars with a sentence under them. */
  record Chart(List<Bar> bars, String note) {
    boolean shown() {
      return !bars.isEmpty();
    }
  }

  /** A figure, what it is, and that at length. */
  record Tile(String value, String words, String tip) {}

  static ProfileView of(DatasetProfile profile, Texts texts, Numbers numbers) {
    BarWords words = new BarWords(texts, numbers);
    Function<Bin, String> whole = bin -> words.whole(bin.from(), bin.to());
    return new ProfileView(
        profile.events() > 0,
        profile.days().first() == null ? null : profile.days(),
        profile.hours(),
        new Tiles(texts, numbers).of(profile),
        tail(profile, words, texts, numbers),
        chart(
            profile.baskets(),
            whole,
            bin -> new EventFilter.BasketSizes(bin.from(), bin.to()),
            basketNote(profile, texts, numbers)),
        chart(
            profile.activity(),
            whole,
            bin -> new EventFilter.Activity(bin.from(), bin.to()),
            texts.of(
                "data.chart.activity.note",
                numbers.free(DatasetProfile.median(profile.userActivity())))),
        chart(
            profile.recency(),
            whole,
            bin -> new EventFilter.IdleDays(bin.from(), bin.to()),
            texts.of("data.chart.recency.note")),
        chart(
            profile.prices(),
            bin -> words.money(bin.from(), bin.to()),
            bin -> new EventFilter.Prices(bin.from(), bin.to()),
            texts.of("data.chart.prices.note")),
        kinds(profile.kinds(), texts));
  }

  private static Chart chart(
      List<Bin> bins, Function<Bin, String> name, Function<Bin, EventFilter> filter, String note) {
    return new Chart(
        bins.stream().map(bin -> new Bar(name.apply(bin), bin.count(), filter.apply(bin))).toList(),
        note);
  }

  /** The bars are as high as the mean of their items: the last holds fewer of them. */
  private static Chart tail(DatasetProfile profile, BarWords words, Texts texts, Numbers numbers) {
    List<Bar> bars =
        profile.tail().bars().stream()
            .map(
                bin ->
                    new Bar(
                        words.rank(bin),
                        bin.count() / (bin.to() - bin.from()),
                        new EventFilter.ItemRanks((int) bin.from(), (int) bin.to())))
            .toList();
    return new Chart(
        bars, texts.of("data.chart.tail.note", numbers.percent(profile.tail().headShare())));
  }

  private static String basketNote(DatasetProfile profile, Texts texts, Numbers numbers) {
    boolean sessions = profile.basketRule() == Baskets.Rule.SESSION;
    String what = texts.of(sessions ? "data.chart.baskets.session" : "data.chart.baskets.day");
    String only = profile.basketsOfPurchases() ? texts.of("data.chart.baskets.purchases") : "";
    return texts.of("data.chart.baskets.note", numbers.free(profile.basketMedian()), what + only);
  }

  /** A funnel needs two steps at least. */
  private static Chart kinds(List<KindCount> kinds, Texts texts) {
    List<Bar> bars =
        kinds.stream()
            .map(
                kind ->
                    new Bar(
                        texts.of(
                            "data.chart.kind", texts.word("kind.", kind.kind().id()), kind.users()),
                        kind.events(),
                        new EventFilter.Kind(kind.kind())))
            .toList();
    return new Chart(bars.size() < 2 ? List.of() : bars, "");
  }
}
