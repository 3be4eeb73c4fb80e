package io.aisle.core.dataset.profile;

import io.aisle.domain.data.EventKind;

/** Picks events of a version. Bounds: from is included, to is excluded. */
public sealed interface EventFilter {
  /** Epoch milliseconds. */
  record Times(long from, long to) implements EventFilter {}

  /**
   * @param day of the week, 0 is Monday, UTC
   */
  record Hour(int day, int hour) implements EventFilter {}

  /** Items by their place when sorted by events, from 0. */
  record ItemRanks(int from, int to) implements EventFilter {}

  /** Users by their place when sorted by events, from 0. */
  record UserRanks(int from, int to) implements EventFilter {}

  /** Events in visits of a size. */
  record VisitSizes(double from, double to) implements EventFilter {}

  /** Events of items whose title has that many characters. */
  record TitleLengths(double from, double to) implements EventFilter {}

  /**
   * Events of items whose category begins so.
   *
   * @param category its top, as the statistics of categories name it
   */
  record OfCategory(String category) implements EventFilter {}

  /**
   * Events of two items in baskets that hold both.
   *
   * @param first external id, as is the second
   */
  record Together(String first, String second) implements EventFilter {}

  /** Events in baskets of a size. */
  record BasketSizes(double from, double to) implements EventFilter {}

  /** Events of users who have that many. */
  record Activity(double from, double to) implements EventFilter {}

  record Prices(double from, double to) implements EventFilter {}

  /** Events of users whose last event was that many days before the last of all. */
  record IdleDays(double from, double to) implements EventFilter {}

  record Kind(EventKind kind) implements EventFilter {}

  /**
   * @param user external id
   */
  record OfUser(String user) implements EventFilter {}

  /**
   * @param item external id
   */
  record OfItem(String item) implements EventFilter {}

  /** A part of the user's or item's id or of the title; capital letters do not count. */
  record Words(String text) implements EventFilter {}

  /** What a quality check found. */
  record Found(String check) implements EventFilter {}
}
