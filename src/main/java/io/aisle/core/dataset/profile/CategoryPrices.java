package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prices of events by the category of their items.
 *
 * @param groups those with most prices, most first; empty when there are no prices or no categories
 * @param small those that would stand among them, if enough users had such prices
 */
public record CategoryPrices(List<Group> groups, SmallGroups small) implements ProfilePart {
  private static final int MOST = 12;

  /**
   * A category.
   *
   * @param prices events that have a price above 0
   * @param users who have one of them
   * @param low price below which a quarter of them lies
   * @param high price above which a quarter of them lies
   */
  public record Group(
      String category, int prices, int users, double low, double median, double high) {}

  static ProfilePart of(EventIndex index, int least, CancelSignal cancel) {
    EventTable events = index.events();
    CategoryGroups categories = CategoryGroups.of(events.catalogue());
    int[] counts = new int[categories.names().size()];
    int[] keys = new int[counts.length == 0 ? 0 : events.size()];
    for (int event = 0; event < keys.length; event++) {
      int group = categories.ofItem()[events.item()[event]];
      keys[event] = events.price()[event] > 0 ? group : -1;
      if (keys[event] >= 0) {
        counts[keys[event]]++;
      }
    }
    Groups groups = Groups.of(keys, counts);
    cancel.check();
    int[] seen = new int[index.userEvents().length];
    Arrays.fill(seen, -1);
    List<Group> found = new ArrayList<>();
    int small = 0;
    for (int group : EventIndex.Ranks.ofMost(counts)) {
      if (counts[group] > 0 && found.size() < MOST) {
        cancel.check();
        Group each = group(events, groups, group, categories.names().get(group), seen);
        if (each.users() >= least) {
          found.add(each);
        } else {
          small++;
        }
      }
    }
    return new CategoryPrices(List.copyOf(found), new SmallGroups(small, least));
  }

  private static Group group(EventTable events, Groups groups, int group, String name, int[] seen) {
    int from = groups.start()[group];
    float[] prices = new float[groups.start()[group + 1] - from];
    int users = 0;
    for (int i = 0; i < prices.length; i++) {
      int event = groups.events()[from + i];
      prices[i] = events.price()[event];
      users += seen[events.user()[event]] == group ? 0 : 1;
      seen[events.user()[event]] = group;
    }
    Arrays.sort(prices);
    return new Group(
        name, prices.length, users, at(prices, 0.25), at(prices, 0.5), at(prices, 0.75));
  }

  /** A quantile, between two prices where it falls there. */
  private static double at(float[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
