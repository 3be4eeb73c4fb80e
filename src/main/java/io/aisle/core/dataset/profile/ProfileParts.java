package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.job.CancelSignal;
import java.util.Arrays;
import java.util.List;

/** The statistics that are one pass over a column or over counts that are known already. */
final class ProfileParts {
  private static final int BARS = 40;
  private static final int RECENCY_BARS = 30;
  private static final int DAYS = 7;
  private static final int HOURS = 24;

  private ProfileParts() {}

  static ProfilePart time(EventIndex index, int least, CancelSignal cancel) {
    return new ProfilePart.Time(Days.of(index.events(), null, least));
  }

  static ProfilePart hours(EventIndex index, int least, CancelSignal cancel) {
    if (!index.timed()) {
      return new ProfilePart.Hours(new Long[0][], SmallGroups.NONE);
    }
    long[] events = new long[DAYS * HOURS];
    Crowds crowds = new Crowds(events.length, least);
    for (int event = 0; event < index.size(); event++) {
      long millis = index.events().millis()[event];
      if (millis != EventTable.NO_TIME) {
        int hour = WeekHour.day(millis) * HOURS + WeekHour.hour(millis);
        events[hour]++;
        crowds.add(hour, index.events().user()[event]);
      }
    }
    Long[][] shown = new Long[DAYS][HOURS];
    for (int hour = 0; hour < events.length; hour++) {
      shown[hour / HOURS][hour % HOURS] = crowds.small(hour) ? null : events[hour];
    }
    return new ProfilePart.Hours(shown, crowds.small());
  }

  static ProfilePart items(EventIndex index, int least, CancelSignal cancel) {
    return new ProfilePart.Tail(LongTail.ofItems(index), SmallGroups.NONE);
  }

  static ProfilePart users(EventIndex index, int least, CancelSignal cancel) {
    LongTail tail = LongTail.ofUsers(index, least);
    boolean none = tail.bars().isEmpty() && index.userEvents().length > 0;
    return new ProfilePart.Tail(tail, new SmallGroups(none ? 1 : 0, least));
  }

  static ProfilePart activity(EventIndex index, int least, CancelSignal cancel) {
    return ofUsers(
        index.userEvents(),
        Bins.doubling(index.userEvents()),
        Facts.median(index.userEvents()),
        least);
  }

  static ProfilePart recency(EventIndex index, int least, CancelSignal cancel) {
    int[] idle = new int[index.userEvents().length];
    Arrays.setAll(idle, index::idleDays);
    int[] known = Arrays.stream(idle).filter(days -> days >= 0).toArray();
    return ofUsers(idle, Bins.even(known, 0, RECENCY_BARS), Facts.median(known), least);
  }

  /** A distribution over the users, by a value of each; one in no bar is left out. */
  private static ProfilePart ofUsers(int[] values, List<Bin> bins, double median, int least) {
    Crowds crowds = new Crowds(bins.size(), least);
    for (int user = 0; user < values.length; user++) {
      crowds.add(Bins.place(bins, values[user]), user);
    }
    return ProfilePart.Bars.of(bins, median, crowds);
  }

  static ProfilePart prices(EventIndex index, int least, CancelSignal cancel) {
    float[] prices = index.events().price();
    List<Bin> bins = Bins.money(prices);
    Crowds crowds = new Crowds(bins.size(), least);
    for (int event = 0; event < prices.length; event++) {
      crowds.add(Bins.place(bins, prices[event]), index.events().user()[event]);
    }
    return ProfilePart.Bars.of(bins, Double.NaN, crowds);
  }

  static ProfilePart titles(EventIndex index, int least, CancelSignal cancel) {
    List<String> titles = index.events().catalogue().titles();
    int[] lengths =
        titles.stream().filter(each -> !each.isEmpty()).mapToInt(ProfileParts::length).toArray();
    return new ProfilePart.Bars(
        Bins.even(lengths, 1, BARS), Facts.median(lengths), SmallGroups.NONE);
  }

  /** Sizes of visits; empty where they are those of the baskets. */
  static ProfilePart visits(EventIndex index, int least, CancelSignal cancel) {
    boolean asBaskets = index.sessions(cancel).length > 0 && index.kinds().size() == 1;
    return asBaskets
        ? new ProfilePart.Sizes(
            Baskets.Rule.SESSION, false, List.of(), Double.NaN, SmallGroups.NONE)
        : sizes(index, index.visits(cancel), least);
  }

  static ProfilePart baskets(EventIndex index, int least, CancelSignal cancel) {
    return sizes(index, index.baskets(cancel), least);
  }

  private static ProfilePart sizes(EventIndex index, Baskets baskets, int least) {
    List<Bin> bins = Bins.even(baskets.size(), 1, BARS);
    Crowds crowds = new Crowds(bins.size(), least);
    for (int event = 0; event < index.size(); event++) {
      if (baskets.basket()[event] >= 0) {
        crowds.add(Bins.place(bins, baskets.sizeOf(event)), index.events().user()[event]);
      }
    }
    List<Bin> joined = Bins.joined(bins, crowds);
    return new ProfilePart.Sizes(
        baskets.rule(),
        baskets.purchasesOnly(),
        joined,
        joined.isEmpty() ? Double.NaN : baskets.median(),
        crowds.small());
  }

  /** Characters of a title, where one outside the basic plane is one. */
  static int length(String title) {
    return title.codePointCount(0, title.length());
  }
}
