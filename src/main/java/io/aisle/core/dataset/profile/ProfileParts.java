package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.job.CancelSignal;
import java.util.Arrays;
import java.util.List;

/** The statistics that are one pass over a column or over counts that are known already. */
final class ProfileParts {
  private static final int BARS = 40;
  private static final int RECENCY_BARS = 30;

  private ProfileParts() {}

  static ProfilePart time(EventIndex index, CancelSignal cancel) {
    return new ProfilePart.Time(Days.of(index.events(), null));
  }

  static ProfilePart hours(EventIndex index, CancelSignal cancel) {
    if (!index.timed()) {
      return new ProfilePart.Hours(new long[0][]);
    }
    long[][] hours = new long[7][24];
    for (long millis : index.events().millis()) {
      if (millis != EventTable.NO_TIME) {
        hours[WeekHour.day(millis)][WeekHour.hour(millis)]++;
      }
    }
    return new ProfilePart.Hours(hours);
  }

  static ProfilePart items(EventIndex index, CancelSignal cancel) {
    return new ProfilePart.Tail(LongTail.ofItems(index));
  }

  static ProfilePart users(EventIndex index, CancelSignal cancel) {
    return new ProfilePart.Tail(LongTail.ofUsers(index));
  }

  static ProfilePart activity(EventIndex index, CancelSignal cancel) {
    return new ProfilePart.Bars(
        Bins.doubling(index.userEvents()), Facts.median(index.userEvents()));
  }

  static ProfilePart recency(EventIndex index, CancelSignal cancel) {
    int[] idle = new int[index.userEvents().length];
    int count = 0;
    for (int user = 0; user < idle.length; user++) {
      int days = index.idleDays(user);
      if (days >= 0) {
        idle[count++] = days;
      }
    }
    int[] known = Arrays.copyOf(idle, count);
    return new ProfilePart.Bars(Bins.even(known, 0, RECENCY_BARS), Facts.median(known));
  }

  static ProfilePart prices(EventIndex index, CancelSignal cancel) {
    return new ProfilePart.Bars(Bins.money(index.events().price()), Double.NaN);
  }

  static ProfilePart titles(EventIndex index, CancelSignal cancel) {
    List<String> titles = index.events().catalogue().titles();
    int[] lengths =
        titles.stream().filter(each -> !each.isEmpty()).mapToInt(ProfileParts::length).toArray();
    return new ProfilePart.Bars(Bins.even(lengths, 1, BARS), Facts.median(lengths));
  }

  /** Sizes of visits; empty where they are those of the baskets. */
  static ProfilePart visits(EventIndex index, CancelSignal cancel) {
    boolean asBaskets = index.sessions(cancel).length > 0 && index.kinds().size() == 1;
    return asBaskets
        ? new ProfilePart.Sizes(Baskets.Rule.SESSION, false, List.of(), Double.NaN)
        : sizes(index.visits(cancel));
  }

  static ProfilePart baskets(EventIndex index, CancelSignal cancel) {
    return sizes(index.baskets(cancel));
  }

  private static ProfilePart sizes(Baskets baskets) {
    return new ProfilePart.Sizes(
        baskets.rule(),
        baskets.purchasesOnly(),
        Bins.even(baskets.size(), 1, BARS),
        baskets.median());
  }

  /** Characters of a title, where one outside the basic plane is one. */
  static int length(String title) {
    return title.codePointCount(0, title.length());
  }
}
