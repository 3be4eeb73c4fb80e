package io.aisle.core.feature;

import io.aisle.core.dataset.Nearest;
import io.aisle.core.dataset.Numbers;
import io.aisle.domain.InputException;
import io.aisle.ml.data.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes features of attributes. A numeric attribute with more than {@value #FEW_NUMBERS} different
 * values becomes quantile bins. Any other one keeps its values: texts in the order of the alphabet,
 * numbers ascending; several values of one entity, such as {@code Action|Comedy}, become tags.
 */
public final class FeatureEncoder {
  /** Numbers up to here are kinds of something rather than amounts. */
  static final int FEW_NUMBERS = 12;

  /** Text attributes with no more values than this are always of use. */
  static final int FEW_TEXTS = 20;

  private static final String SEPARATOR = "\\|";

  private FeatureEncoder() {}

  /**
   * The features that are wanted, in the order of the wish, or all that are of use.
   *
   * @param side {@code user} or {@code item}, for the sentence
   * @throws InputException when an attribute is not known
   */
  public static List<Feature> encode(
      AttributeTable table, String side, Optional<List<String>> wanted) {
    List<Feature> features = new ArrayList<>();
    for (String name : wanted.orElseGet(() -> List.copyOf(useful(table)))) {
      if (!table.names().contains(name)) {
        throw unknown(side, name, table);
      }
      features.add(encode(name, table.column(name)));
    }
    return List.copyOf(features);
  }

  /** What each attribute would become. */
  public static Map<String, AttributeKind> kinds(AttributeTable table) {
    Map<String, AttributeKind> kinds = new LinkedHashMap<>();
    table.names().forEach(name -> kinds.put(name, kind(table.column(name))));
    return kinds;
  }

  private static List<String> useful(AttributeTable table) {
    return kinds(table).entrySet().stream()
        .filter(each -> each.getValue().useful())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static InputException unknown(String side, String name, AttributeTable table) {
    if (table.names().isEmpty()) {
      return new InputException(
          "features.%s names '%s', but the data say nothing about each %s; add a file with attributes, or leave features.%s out"
              .formatted(side, name, side, side));
    }
    return new InputException(
        "features.%s names '%s', which the data do not have; the nearest known one is %s"
            .formatted(side, name, Nearest.of(name, table.names(), 1).getFirst()));
  }

  private static AttributeKind kind(String[] column) {
    List<String> distinct =
        Arrays.stream(column).flatMap(text -> tags(text).stream()).distinct().toList();
    long holders = Arrays.stream(column).filter(text -> !tags(text).isEmpty()).count();
    if (distinct.size() < 2 && holders == column.length) {
      return AttributeKind.CONSTANT;
    }
    if (isNumeric(distinct)) {
      return distinct.size() > FEW_NUMBERS ? AttributeKind.BINS : AttributeKind.TAGS;
    }
    return distinct.size() > FEW_TEXTS && distinct.size() * 2L > holders
        ? AttributeKind.NEARLY_UNIQUE
        : AttributeKind.TAGS;
  }

  private static Feature encode(String name, String[] column) {
    return kind(column) == AttributeKind.BINS ? bins(name, column) : tags(name, column);
  }

  private static Feature bins(String name, String[] column) {
    Bins bins =
        Bins.of(
            Arrays.stream(column)
                .flatMap(text -> tags(text).stream())
                .mapToDouble(Numbers::parse)
                .toArray());
    int[][] numbers = new int[column.length][];
    for (int e = 0; e < column.length; e++) {
      numbers[e] =
          tags(column[e]).stream()
              .mapToInt(text -> bins.of(Numbers.parse(text)) + 1)
              .distinct()
              .sorted()
              .toArray();
    }
    return feature(name, bins.names(), numbers);
  }

  private static Feature tags(String name, String[] column) {
    TreeSet<String> texts = new TreeSet<>();
    Arrays.stream(column).forEach(text -> texts.addAll(tags(text)));
    List<String> ordered = new ArrayList<>(texts);
    if (isNumeric(ordered)) {
      ordered.sort(Comparator.comparingDouble(Numbers::parse));
    }
    Map<String, Integer> places = new LinkedHashMap<>();
    ordered.forEach(text -> places.put(text, places.size() + 1));
    int[][] numbers = new int[column.length][];
    for (int e = 0; e < column.length; e++) {
      numbers[e] = tags(column[e]).stream().mapToInt(places::get).sorted().toArray();
    }
    return feature(name, ordered, numbers);
  }

  /**
   * A feature of numbers by entity.
   *
   * @param values what number 1 and on stand for
   */
  private static Feature feature(String name, List<String> values, int[][] numbers) {
    int[] offsets = new int[numbers.length + 1];
    for (int e = 0; e < numbers.length; e++) {
      offsets[e + 1] = offsets[e] + numbers[e].length;
    }
    int[] value = Arrays.stream(numbers).flatMapToInt(Arrays::stream).toArray();
    List<String> named = new ArrayList<>(List.of(""));
    named.addAll(values);
    return new Feature(name, List.copyOf(named), offsets, value);
  }

  /** The different values of an entity. */
  private static List<String> tags(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(SEPARATOR))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
  }

  private static boolean isNumeric(List<String> texts) {
    return !texts.isEmpty() && texts.stream().noneMatch(text -> Double.isNaN(Numbers.parse(text)));
  }
}
