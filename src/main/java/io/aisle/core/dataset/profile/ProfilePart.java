package io.aisle.core.dataset.profile;

import java.util.List;

/** What a statistic says of a data set. All times are UTC. */
public sealed interface ProfilePart
    permits ProfilePart.Time,
        ProfilePart.Hours,
        ProfilePart.Funnel,
        ProfilePart.Tail,
        ProfilePart.Bars,
        ProfilePart.Sizes,
        Facts,
        CategoryPrices,
        BasketPairs {
  /**
   * @param days events of each day
   */
  record Time(Days days) implements ProfilePart {}

  /**
   * @param events {@code [7][24]} by day of the week, Monday first, and hour; empty without times
   */
  record Hours(long[][] events) implements ProfilePart {}

  /**
   * @param kinds every kind that occurs, in the order of a purchase
   */
  record Funnel(List<KindCount> kinds) implements ProfilePart {}

  /** How events spread over items or users. */
  record Tail(LongTail tail) implements ProfilePart {}

  /**
   * A distribution.
   *
   * @param median of the values; NaN without any
   */
  record Bars(List<Bin> bins, double median) implements ProfilePart {}

  /**
   * Sizes of what was done together.
   *
   * @param purchasesOnly whether other kinds were left out
   * @param median NaN without any
   */
  record Sizes(Baskets.Rule rule, boolean purchasesOnly, List<Bin> bins, double median)
      implements ProfilePart {}
}
