package io.aisle.domain.data;

import java.util.regex.Pattern;

/**
 * A declared reason to refuse a row. Rules are tried in order; the first that applies names the
 * reason.
 *
 * @param reason short name under which refusals are counted, such as {@code cancelled}
 */
public record ImportRule(String reason, Test test) {
  /** When a rule applies. */
  public sealed interface Test {}

  /** The column is empty or blank. */
  public record Missing(String column) implements Test {}

  /** The whole value matches. */
  public record Matches(String column, Pattern pattern) implements Test {}

  /** The value is there and does not match as a whole. */
  public record Unless(String column, Pattern pattern) implements Test {}

  /** The number is there and not above the limit. */
  public record AtMost(String column, double limit) implements Test {}

  /** The whole line equals an earlier line of the same file. */
  public record DuplicateLine() implements Test {}
}
