package io.aisle.core.dataset;

import java.util.Locale;

/**
 * Why rows are refused without a rule, in the order in which they are looked for. Interrupted
 * imports know them by their place: append only.
 */
enum BuiltInReason {
  SHORT_ROW("has fewer fields than the header"),
  LONG_ROW("has more fields than the header"),
  FIELD_TOO_LONG("a field is longer than 100,000 characters"),
  BAD_ENCODING("is not in the encoding of the file"),
  MISSING_USER("has no user"),
  MISSING_ITEM("has no item"),
  MISSING_TIME("has no time"),
  BAD_TIME("is no time of the format"),
  UNKNOWN_KIND("is no known kind of event"),
  BAD_NUMBER("is no number with a decimal point"),
  BAD_ATTRIBUTES("is no JSON object"),
  REPEATED_ITEM("stands in an earlier row too"),
  MISSING_QUERY("has no query"),
  BAD_GRADE("is no whole number from 0"),
  UNKNOWN_ITEM("is no item of the catalogue"),
  REPEATED_GRADE("is graded in an earlier row already"),
  NO_OBJECT("is no JSON object"),
  NO_RESULT("holds an error, or a formula without a result"),
  ZERO_BYTE("holds a zero byte"),
  ALREADY_THERE("equals an event of the version that is appended to"),
  MISSING_PROPERTY("has no property"),
  LONG_PROPERTY("names a property by more than 500 characters"),
  TOO_MANY_PROPERTIES("has a property that comes after 2,000 different ones");

  private final String meaning;

  BuiltInReason(String meaning) {
    this.meaning = meaning;
  }

  /** The name under which refusals are counted. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is the matter, after "the row" or "the field". */
  String meaning() {
    return meaning;
  }
}
