package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.job.CancelSignal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * The events of a version that pass some filters.
 *
 * @param rows their places from 0, ascending
 * @param days events of each day among them, as they may be shown
 */
public record EventSelection(int[] rows, Days days) {
  private static final int CHECK = 1 << 17;

  /**
   * The events that pass all filters.
   *
   * @param least users of a day that is shown by itself
   */
  public static EventSelection of(
      EventIndex index, List<EventFilter> filters, int least, CancelSignal cancel) {
    int[] rows = rows(index, filters, cancel);
    return new EventSelection(rows, Days.of(index.events(), rows, least));
  }

  private static int[] rows(EventIndex index, List<EventFilter> filters, CancelSignal cancel) {
    List<IntPredicate> tests = filters.stream().map(filter -> test(index, filter, cancel)).toList();
    int[] found = new int[Math.min(index.size(), 1 << 12)];
    int count = 0;
    for (int event = 0; event < index.size(); event++) {
      if (event % CHECK == 0) {
        cancel.check();
      }
      boolean passes = true;
      for (int i = 0; passes && i < tests.size(); i++) {
        passes = tests.get(i).test(event);
      }
      if (passes) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.min(index.size(), 2 * count));
        }
        found[count++] = event;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static IntPredicate test(EventIndex index, EventFilter filter, CancelSignal cancel) {
    EventTable events = index.events();
    return switch (filter) {
      case EventFilter.Times(long from, long to) ->
          event -> events.millis()[event] >= from && events.millis()[event] < to;
      case EventFilter.Hour(int day, int hour) ->
          event -> {
            long millis = events.millis()[event];
            return millis != EventTable.NO_TIME
                && WeekHour.day(millis) == day
                && WeekHour.hour(millis) == hour;
          };
      case EventFilter.ItemRanks(int from, int to) ->
          event -> {
            int rank = index.rank()[events.item()[event]];
            return rank >= from && rank < to;
          };
      case EventFilter.UserRanks(int from, int to) -> {
        int[] rank = EventIndex.Ranks.places(EventIndex.Ranks.ofMost(index.userEvents()));
        yield event -> {
          int place = rank[events.user()[event]];
          return place >= from && place < to;
        };
      }
      case EventFilter.BasketSizes(double from, double to) ->
          sized(index.baskets(cancel), from, to);
      case EventFilter.VisitSizes(double from, double to) -> sized(index.visits(cancel), from, to);
      case EventFilter.TitleLengths(double from, double to) -> {
        List<String> titles = events.catalogue().titles();
        yield items(index, item -> within(ProfileParts.length(titles.get(item)), from, to));
      }
      case EventFilter.OfCategory(String category) -> {
        List<String> categories = events.catalogue().categories();
        yield items(index, item -> CategoryGroups.top(categories.get(item)).equals(category));
      }
      case EventFilter.Together(String first, String second) ->
          together(
              index,
              events.catalogue().items().indexOf(first),
              events.catalogue().items().indexOf(second),
              cancel);
      case EventFilter.Activity(double from, double to) ->
          event -> within(index.userEvents()[events.user()[event]], from, to);
      case EventFilter.Prices(double from, double to) ->
          event -> within(events.price()[event], from, to);
      case EventFilter.IdleDays(double from, double to) ->
          event -> within(index.idleDays(events.user()[event]), from, to);
      case EventFilter.Kind(var kind) -> event -> events.kind()[event] == kind.ordinal();
      case EventFilter.OfUser(String user) -> {
        int number = events.catalogue().users().indexOf(user);
        yield event -> events.user()[event] == number;
      }
      case EventFilter.OfItem(String item) -> {
        int number = events.catalogue().items().indexOf(item);
        yield event -> events.item()[event] == number;
      }
      case EventFilter.Words(String text) -> words(events, text.strip().toLowerCase(Locale.ROOT));
      case EventFilter.Found(String check) ->
          EventChecks.of(check).search().find(index, cancel).rows();
    };
  }

  private static IntPredicate sized(Baskets baskets, double from, double to) {
    return event -> within(baskets.sizeOf(event), from, to);
  }

  /** A test of items, made once for each. */
  private static IntPredicate items(EventIndex index, IntPredicate wanted) {
    BitSet items = new BitSet();
    for (int item = 0; item < index.itemEvents().length; item++) {
      items.set(item, wanted.test(item));
    }
    return event -> items.get(index.events().item()[event]);
  }

  private static IntPredicate together(
      EventIndex index, int first, int second, CancelSignal cancel) {
    int[] basket = index.baskets(cancel).basket();
    int[] item = index.events().item();
    BitSet one = new BitSet();
    BitSet both = new BitSet();
    for (int event = 0; event < index.size(); event++) {
      if (basket[event] >= 0 && item[event] == first) {
        one.set(basket[event]);
      } else if (basket[event] >= 0 && item[event] == second) {
        both.set(basket[event]);
      }
    }
    both.and(one);
    return event ->
        (item[event] == first || item[event] == second)
            && basket[event] >= 0
            && both.get(basket[event]);
  }

  private static boolean within(double value, double from, double to) {
    return value >= from && value < to;
  }

  private static IntPredicate words(EventTable events, String text) {
    boolean[] users = having(text, events.catalogue().users());
    boolean[] items = having(text, events.catalogue().items());
    boolean[] titles = having(text, events.catalogue().titles());
    return event ->
        users[events.user()[event]] || items[events.item()[event]] || titles[events.item()[event]];
  }

  private static boolean[] having(String text, List<String> names) {
    boolean[] having = new boolean[names.size()];
    for (int i = 0; i < having.length; i++) {
      having[i] = names.get(i).toLowerCase(Locale.ROOT).contains(text);
    }
    return having;
  }
}
