package io.aisle.ui.comparison;

import io.aisle.core.slices.Condition;
import io.aisle.core.slices.Slice;
import io.aisle.ui.common.Texts;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Slices in words. */
final class SliceWords {
  private static final String OF_USER = "user.";
  private static final String OF_ITEM = "item.";
  private static final Set<String> FLAGS =
      Set.of("coldUser", "coldItem", "knownItem", "newCategory");

  /** Attributes of items that have a word in every language. */
  private static final Set<String> KNOWN = Set.of("category", "price", "brand");

  private final Texts texts;

  SliceWords(Texts texts) {
    this.texts = texts;
  }

  /** Such as "history &lt; 5 and weekday: Sunday". */
  String of(Slice slice) {
    return slice.conditions().stream()
        .map(this::of)
        .collect(Collectors.joining(texts.of("slices.and")));
  }

  private String of(Condition condition) {
    String attribute = condition.attribute();
    Condition.Relation relation = condition.relation();
    return switch (relation) {
      case YES, NO -> texts.of("slices." + relation + "." + attribute);
      case BELOW, AT_LEAST, BETWEEN, IS, IS_NOT, UNKNOWN ->
          texts.of(
              "slices." + relation,
              attribute(attribute),
              value(attribute, condition.low()),
              condition.high());
    };
  }

  /** An attribute by its id. */
  String attribute(String id) {
    if (id.startsWith(OF_USER)) {
      return texts.of("slices.of.user", id.substring(OF_USER.length()));
    }
    if (id.startsWith(OF_ITEM)) {
      String name = id.substring(OF_ITEM.length());
      return texts.of(
          "slices.of.item", KNOWN.contains(name) ? texts.of("slices.item." + name) : name);
    }
    return texts.of((FLAGS.contains(id) ? "slices.YES." : "slices.attribute.") + id);
  }

  private String value(String attribute, String value) {
    Locale locale = texts.locale();
    return switch (attribute) {
      case "weekday" ->
          DayOfWeek.valueOf(value.toUpperCase(Locale.ROOT))
              .getDisplayName(TextStyle.FULL_STANDALONE, locale);
      case "month" ->
          Month.valueOf(value.toUpperCase(Locale.ROOT))
              .getDisplayName(TextStyle.FULL_STANDALONE, locale);
      default -> value;
    };
  }
}
