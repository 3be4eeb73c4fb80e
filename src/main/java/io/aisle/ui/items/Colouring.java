package io.aisle.ui.items;

import io.aisle.core.neighbours.ItemTraits;
import io.aisle.ui.chart.Cloud;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the colours of a map say. */
enum Colouring {
  CATEGORY,
  POPULARITY,
  PRICE,
  DRIFT;

  /** Colours of groups; grey is left for all others. */
  private static final int[] SERIES = {0, 1, 2, 3, 4, 6, 7, 8};

  private static final int GREY = 5;

  /**
   * Colours some items.
   *
   * @param places index of each in the traits
   */
  Cloud.Colours of(ItemTraits traits, int[] places, Drifts drifts, Texts texts, Numbers numbers) {
    String title = texts.of("items.scale." + this);
    return switch (this) {
      case CATEGORY -> groups(traits, places, texts.of("items.others"));
      case POPULARITY ->
          shades(
              title,
              Arrays.stream(places).mapToDouble(at -> traits.users()[at]).toArray(),
              Math::log1p,
              value -> numbers.count((long) value));
      case PRICE ->
          shades(
              title,
              Arrays.stream(places).mapToDouble(at -> traits.price()[at]).toArray(),
              Math::log1p,
              numbers::money);
      case DRIFT ->
          shades(
              title,
              Arrays.stream(places)
                  .mapToDouble(at -> 1 - drifts.overlap(traits.item().get(at)))
                  .toArray(),
              value -> value,
              numbers::free);
    };
  }

  /** The part of a category before the first bar. */
  private static String first(String category) {
    int bar = category.indexOf('|');
    return bar < 0 ? category : category.substring(0, bar);
  }

  private static Cloud.Groups groups(ItemTraits traits, int[] places, String rest) {
    List<String> all =
        Arrays.stream(places).mapToObj(at -> first(traits.category().get(at))).toList();
    Map<String, Long> counts =
        all.stream()
            .filter(name -> !name.isEmpty())
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    List<String> names = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SERIES.length)
        .forEach(entry -> names.add(entry.getKey()));
    Map<String, Integer> index = new LinkedHashMap<>();
    names.forEach(name -> index.put(name, index.size()));
    int[] group = all.stream().mapToInt(name -> index.getOrDefault(name, names.size())).toArray();
    int[] colour =
        IntStream.rangeClosed(0, names.size())
            .map(at -> at < names.size() ? SERIES[at] : GREY)
            .toArray();
    names.add(rest);
    return new Cloud.Groups(names, colour, group);
  }

  private interface Words {
    String of(double value);
  }

  private interface Scale extends DoubleUnaryOperator {}

  private static Cloud.Shades shades(String title, double[] values, Scale scale, Words words) {
    double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    double from = scale.applyAsDouble(low);
    double to = scale.applyAsDouble(high);
    IntToDoubleFunction share =
        at -> to > from ? (scale.applyAsDouble(values[at]) - from) / (to - from) : 0.5;
    return new Cloud.Shades(
        title,
        words.of(low),
        words.of(high),
        IntStream.range(0, values.length)
            .mapToDouble(at -> Double.isFinite(values[at]) ? share.applyAsDouble(at) : Double.NaN)
            .toArray());
  }
}
