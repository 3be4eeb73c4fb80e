package io.aisle.core.dataset.profile;

import java.util.List;

/**
 * What a statistic says of a data set, as it may be shown: nothing in it tells of fewer users than
 * the least (docs/privacy.md). All times are UTC.
 */
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
  /** What is not shown by itself. */
  default SmallGroups small() {
    return SmallGroups.NONE;
  }

  /**
   * @param days events of each day
   */
  record Time(Days days) implements ProfilePart {
    @Override
    public SmallGroups small() {
      return days.small();
    }
  }

  /**
   * @param events {@code [7][24]} by day of the week, Monday first, and hour; null where they are
   *     of too few users; empty without times
   */
  record Hours(Long[][] events, SmallGroups small) implements ProfilePart {}

  /**
   * @param kinds every kind that occurs with enough users, in the order of a purchase
   */
  record Funnel(List<KindCount> kinds, SmallGroups small) implements ProfilePart {}

  /** How events spread over items or users. */
  record Tail(LongTail tail, SmallGroups small) implements ProfilePart {}

  /**
   * A distribution.
   *
   * @param median of the values; NaN without any, or without bars
   */
  record Bars(List<Bin> bins, double median, SmallGroups small) implements ProfilePart {
    /** Values of users or of what they did, joined where too few users stand behind a bar. */
    static Bars of(List<Bin> bins, double median, Crowds crowds) {
      List<Bin> joined = Bins.joined(bins, crowds);
      return new Bars(joined, joined.isEmpty() ? Double.NaN : median, crowds.small());
    }
  }

  /**
   * Sizes of what was done together.
   *
   * @param purchasesOnly whether other kinds were left out
   * @param median NaN without any, or without bars
   */
  record Sizes(
      Baskets.Rule rule, boolean purchasesOnly, List<Bin> bins, double median, SmallGroups small)
      implements ProfilePart {}
}
