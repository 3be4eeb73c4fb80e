package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.BasketPairs;
import io.aisle.core.dataset.profile.Baskets;
import io.aisle.core.dataset.profile.Bin;
import io.aisle.core.dataset.profile.CategoryPrices;
import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.core.dataset.profile.KindCount;
import io.aisle.core.dataset.profile.LongTail;
import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Statistics as bars and words. A chart without bars is not shown. FX thread only. */
final class ProfileCharts {
  private static final int TITLE = 19;

  /** Bars with a sentence under them. */
  record Chart(List<Bar> bars, String note) {}

  private final Texts texts;
  private final Numbers numbers;
  private final BarWords words;

  ProfileCharts(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    this.words = new BarWords(texts, numbers);
  }

  Chart items(ProfilePart.Tail part) {
    return tail(part.tail(), "data.chart.tail.note", EventFilter.ItemRanks::new);
  }

  Chart users(ProfilePart.Tail part) {
    return tail(part.tail(), "data.chart.users.note", EventFilter.UserRanks::new);
  }

  /** The bars are as high as the mean of what they count: the last holds fewer. */
  private Chart tail(LongTail tail, String note, BiFunction<Integer, Integer, EventFilter> filter) {
    List<Bar> bars =
        tail.bars().stream()
            .map(
                bin ->
                    new Bar(
                        words.rank(bin),
                        bin.count() / (bin.to() - bin.from()),
                        filter.apply((int) bin.from(), (int) bin.to())))
            .toList();
    return new Chart(
        bars,
        Double.isNaN(tail.headShare()) ? "" : texts.of(note, numbers.percent(tail.headShare())));
  }

  Chart activity(ProfilePart.Bars part) {
    return counts(
        part.bins(),
        EventFilter.Activity::new,
        texts.of("data.chart.activity.note", numbers.free(part.median())));
  }

  Chart recency(ProfilePart.Bars part) {
    return counts(part.bins(), EventFilter.IdleDays::new, texts.of("data.chart.recency.note"));
  }

  Chart titles(ProfilePart.Bars part) {
    return counts(
        part.bins(),
        EventFilter.TitleLengths::new,
        texts.of("data.chart.titles.note", numbers.free(part.median())));
  }

  Chart prices(ProfilePart.Bars part) {
    return new Chart(
        part.bins().stream()
            .map(
                bin ->
                    new Bar(
                        words.money(bin.from(), bin.to()),
                        bin.count(),
                        new EventFilter.Prices(bin.from(), bin.to())))
            .toList(),
        texts.of("data.chart.prices.note"));
  }

  Chart visits(ProfilePart.Sizes part) {
    return counts(part.bins(), EventFilter.VisitSizes::new, note("data.chart.visits.note", part));
  }

  Chart baskets(ProfilePart.Sizes part) {
    return counts(part.bins(), EventFilter.BasketSizes::new, note("data.chart.baskets.note", part));
  }

  private String note(String key, ProfilePart.Sizes part) {
    return texts.of(key, numbers.free(part.median()), rule(part.rule(), part.purchasesOnly()));
  }

  private String rule(Baskets.Rule rule, boolean purchasesOnly) {
    String what =
        switch (rule) {
          case SESSION -> texts.of("data.chart.baskets.session");
          case DAY -> texts.of("data.chart.baskets.day");
          case PAUSE -> texts.of("data.chart.visits.pause");
          case NONE -> "";
        };
    return what + (purchasesOnly ? texts.of("data.chart.baskets.purchases") : "");
  }

  private Chart counts(
      List<Bin> bins, BiFunction<Double, Double, EventFilter> filter, String note) {
    Function<Bin, Bar> bar =
        bin ->
            new Bar(
                words.whole(bin.from(), bin.to()), bin.count(), filter.apply(bin.from(), bin.to()));
    return new Chart(bins.stream().map(bar).toList(), note);
  }

  /** A funnel needs two steps at least. */
  Chart kinds(ProfilePart.Funnel part) {
    List<Bar> bars =
        part.kinds().stream()
            .map(
                kind ->
                    new Bar(
                        texts.of(
                            "data.chart.kind", texts.word("kind.", kind.kind().id()), kind.users()),
                        kind.events(),
                        new EventFilter.Kind(kind.kind())))
            .toList();
    return new Chart(bars.size() < 2 ? List.of() : bars, conversion(part.kinds()));
  }

  /** How many users each step has, as a part of those of the first; a log may lack the first. */
  private String conversion(List<KindCount> kinds) {
    List<String> parts = new ArrayList<>();
    for (int i = 1; i < kinds.size(); i++) {
      if (kinds.get(i).users() <= kinds.getFirst().users()) {
        parts.add(
            texts.of(
                "data.chart.kinds.note",
                texts.word("kind.", kinds.getFirst().kind().id()),
                texts.word("kind.", kinds.get(i).kind().id()),
                numbers.percent((double) kinds.get(i).users() / kinds.getFirst().users())));
      }
    }
    return String.join(" · ", parts);
  }

  /** Bars of the median; the second value is the number of prices. */
  Chart categories(CategoryPrices part) {
    List<Bar> bars =
        part.groups().stream()
            .map(
                group ->
                    new Bar(
                        texts.of(
                            "data.chart.categories.name",
                            group.category(),
                            numbers.free(group.low()),
                            numbers.free(group.high())),
                        group.median(),
                        group.prices(),
                        new EventFilter.OfCategory(group.category())))
            .toList();
    return new Chart(bars.size() < 2 ? List.of() : bars, "");
  }

  /** Both titles of a pair should be seen. */
  private static String cut(String title) {
    return title.length() <= TITLE ? title : title.substring(0, TITLE - 1).strip() + "…";
  }

  /** Bars of the baskets; the second value is the lift. */
  Chart pairs(BasketPairs part) {
    List<Bar> bars =
        part.pairs().stream()
            .map(
                pair ->
                    new Bar(
                        texts.of(
                            "data.chart.pairs.name",
                            cut(pair.firstLabel()),
                            cut(pair.secondLabel())),
                        pair.together(),
                        pair.lift(),
                        new EventFilter.Together(pair.first(), pair.second())))
            .toList();
    return new Chart(bars, texts.of("data.chart.pairs.note", numbers.count(part.baskets())));
  }
}
