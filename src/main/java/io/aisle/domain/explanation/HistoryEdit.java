package io.aisle.domain.explanation;

import io.aisle.domain.model.Range;

/**
 * One change of a user's history, to see what a model would recommend then; edits are applied one
 * after the other. Components are named as in files. {@code at} is a place of the history as it is
 * when the edit is applied, from 0, the oldest; -1 stands for the newest place of the item.
 */
public sealed interface HistoryEdit {
  /** The name in files. */
  default String kind() {
    return switch (this) {
      case Remove _ -> "remove";
      case Add _ -> "add";
      case Move _ -> "move";
      case Weigh _ -> "weigh";
      case Moment _ -> "moment";
    };
  }

  /** Takes an item away. */
  record Remove(String item, @Range(min = -1, max = 1_000_000) int at) implements HistoryEdit {
    public static final Remove DEFAULTS = new Remove("", -1);
  }

  /** Adds an item of value 1 before a place; -1: as the newest. */
  record Add(String item, @Range(min = -1, max = 1_000_000) int at) implements HistoryEdit {
    public static final Add DEFAULTS = new Add("", -1);
  }

  /**
   * Moves an item.
   *
   * @param to its place afterwards, from 0; -1: the newest
   */
  record Move(
      String item,
      @Range(min = -1, max = 1_000_000) int at,
      @Range(min = -1, max = 1_000_000) int to)
      implements HistoryEdit {
    public static final Move DEFAULTS = new Move("", -1, -1);
  }

  /** Gives an item another value, such as a rating or a quantity. */
  record Weigh(
      String item,
      @Range(min = -1, max = 1_000_000) int at,
      @Range(min = -1e6, max = 1e6) double value)
      implements HistoryEdit {
    public static final Weigh DEFAULTS = new Weigh("", -1, 1);
  }

  /**
   * Sets the moment that lists are made for, which models with context features read.
   *
   * @param time ISO 8601, such as 2011-12-01T09:00:00Z
   */
  record Moment(String time) implements HistoryEdit {
    public static final Moment DEFAULTS = new Moment("");
  }
}
