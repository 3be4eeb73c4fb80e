package io.aisle.core.dataset.profile;

import io.aisle.domain.job.CancelSignal;
import java.util.Locale;

/**
 * What a profile is made of, the cheapest first. Each is computed by itself and can be cancelled by
 * itself. The order is the one in which they are worth computing.
 */
public enum Statistic {
  /** Events of each day. */
  TIME(ProfileParts::time),
  /** Long tail of the items. */
  ITEMS(ProfileParts::items),
  /** Steps of the funnel. */
  KINDS(Kinds::of),
  /** Days of the week and hours. */
  HOURS(ProfileParts::hours),
  /** Events of a user. */
  ACTIVITY(ProfileParts::activity),
  /** Long tail of the users. */
  USERS(ProfileParts::users),
  /** Days since the last event of a user. */
  RECENCY(ProfileParts::recency),
  /** Prices of events. */
  PRICES(ProfileParts::prices),
  /** Lengths of titles. */
  TITLES(ProfileParts::titles),
  /** Figures that need no chart. */
  FACTS(Facts::of),
  /** Prices of categories. */
  CATEGORIES(CategoryPrices::of),
  /** Events of a visit. */
  VISITS(ProfileParts::visits),
  /** Sizes of baskets. */
  BASKETS(ProfileParts::baskets),
  /** What is bought together. */
  PAIRS(BasketPairs::of);

  private final Computation computation;

  /** How a part is computed. */
  @FunctionalInterface
  private interface Computation {
    ProfilePart of(EventIndex index, int least, CancelSignal cancel);
  }

  Statistic(Computation computation) {
    this.computation = computation;
  }

  /** Its name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Computes the part of a profile; without the columns that it needs it is empty.
   *
   * @param least users that stand behind each bar, cell and day that is shown; bars of items hold
   *     no people and are free
   */
  public ProfilePart of(EventIndex index, int least, CancelSignal cancel) {
    cancel.check();
    return computation.of(index, least, cancel);
  }
}
