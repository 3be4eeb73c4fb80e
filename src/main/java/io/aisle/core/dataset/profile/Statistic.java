package io.aisle.core.dataset.profile;

import io.aisle.domain.job.CancelSignal;
import java.util.function.BiFunction;

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

  private final BiFunction<EventIndex, CancelSignal, ProfilePart> computation;

  Statistic(BiFunction<EventIndex, CancelSignal, ProfilePart> computation) {
    this.computation = computation;
  }

  /** Computes the part of a profile; without the columns that it needs it is empty. */
  public ProfilePart of(EventIndex index, CancelSignal cancel) {
    cancel.check();
    return computation.apply(index, cancel);
  }
}
