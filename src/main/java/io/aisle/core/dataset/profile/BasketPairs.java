package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Items that stand in the same baskets. Among the 2,000 items with most baskets every pair is
 * counted; baskets with more than 200 of them are left out, as nobody chose so much together.
 *
 * @param baskets all baskets
 * @param pairs the 15 with most baskets, most first; such that stand in fewer than five are left
 *     out
 * @param small pairs that would stand among them, if enough users had such baskets
 */
public record BasketPairs(int baskets, List<Pair> pairs, SmallGroups small) implements ProfilePart {
  private static final int ITEMS = 2_000;
  private static final int WIDEST = 200;
  private static final int LEAST = 5;
  private static final int MOST = 15;

  /** Pairs that are looked at for enough users. */
  private static final int CANDIDATES = 4 * MOST;

  /**
   * Two items.
   *
   * @param first external id, as is the second
   * @param together baskets with both
   * @param lift how many times as many baskets have both as would if they were bought without
   *     regard to each other: {@code together * baskets / (baskets of first * baskets of second)}
   */
  public record Pair(
      String first,
      String second,
      String firstLabel,
      String secondLabel,
      int together,
      double lift) {}

  static ProfilePart of(EventIndex index, int least, CancelSignal cancel) {
    Baskets baskets = index.baskets(cancel);
    cancel.check();
    Counts counts = new Counts(index, baskets);
    counts.count(cancel);
    return counts.shown(counts.best(), least);
  }

  /** Baskets of items, and of pairs of the frequent ones. */
  private static final class Counts {
    private final EventTable events;
    private final Groups groups;
    private final int[] ofItem;
    private final int[] frequent;

    /** Place of an item among the frequent ones; -1. */
    private final int[] place;

    /** For {@code a < b} the baskets with both stand at {@code b * (b - 1) / 2 + a}. */
    private final int[] ofPair;

    Counts(EventIndex index, Baskets baskets) {
      events = index.events();
      groups = baskets.groups();
      ofItem = new int[index.itemEvents().length];
      int[] last = new int[ofItem.length];
      Arrays.fill(last, -1);
      for (int basket = 0; basket < groups.size(); basket++) {
        for (int i = groups.start()[basket]; i < groups.start()[basket + 1]; i++) {
          int item = events.item()[groups.events()[i]];
          ofItem[item] += last[item] == basket ? 0 : 1;
          last[item] = basket;
        }
      }
      int[] order = EventIndex.Ranks.ofMost(ofItem);
      frequent = Arrays.copyOf(order, Math.min(ITEMS, order.length));
      place = new int[ofItem.length];
      Arrays.fill(place, -1);
      for (int i = 0; i < frequent.length; i++) {
        place[frequent[i]] = i;
      }
      ofPair = new int[frequent.length * Math.max(0, frequent.length - 1) / 2];
    }

    void count(CancelSignal cancel) {
      int[] content = new int[WIDEST + 1];
      for (int basket = 0; basket < groups.size(); basket++) {
        if (basket % 8192 == 0) {
          cancel.check();
        }
        int size = content(basket, content);
        for (int b = 1; b < size && size <= WIDEST; b++) {
          int row = content[b] * (content[b] - 1) / 2;
          for (int a = 0; a < b; a++) {
            ofPair[row + content[a]]++;
          }
        }
      }
    }

    /** The places of a basket's frequent items, ascending; how many, counted up to one too many. */
    private int content(int basket, int[] content) {
      int size = 0;
      for (int i = groups.start()[basket]; i < groups.start()[basket + 1]; i++) {
        int at = place[events.item()[groups.events()[i]]];
        if (at >= 0 && !holds(content, size, at)) {
          if (size == WIDEST) {
            return size + 1;
          }
          content[size++] = at;
        }
      }
      Arrays.sort(content, 0, size);
      return size;
    }

    private static boolean holds(int[] content, int size, int place) {
      for (int i = 0; i < size; i++) {
        if (content[i] == place) {
          return true;
        }
      }
      return false;
    }

    /** The first that enough users have in a basket. */
    BasketPairs shown(List<int[]> best, int least) {
      Crowds crowds = new Crowds(best.size(), least);
      int[] last = new int[frequent.length];
      Arrays.fill(last, -1);
      int[] content = new int[WIDEST + 1];
      for (int basket = 0; basket < groups.size() && !best.isEmpty(); basket++) {
        int size = content(basket, content);
        for (int i = 0; i < size && size <= WIDEST; i++) {
          last[content[i]] = basket;
        }
        int user = events.user()[groups.events()[groups.start()[basket]]];
        for (int pair = 0; pair < best.size(); pair++) {
          if (last[best.get(pair)[0]] == basket && last[best.get(pair)[1]] == basket) {
            crowds.add(pair, user);
          }
        }
      }
      List<Pair> pairs = new ArrayList<>();
      int small = 0;
      for (int pair = 0; pair < best.size() && pairs.size() < MOST; pair++) {
        if (crowds.small(pair)) {
          small++;
        } else {
          pairs.add(pair(best.get(pair)));
        }
      }
      return new BasketPairs(groups.size(), List.copyOf(pairs), new SmallGroups(small, least));
    }

    List<int[]> best() {
      List<int[]> best = new ArrayList<>();
      int least = LEAST;
      for (int b = 1; b < frequent.length; b++) {
        for (int a = 0; a < b; a++) {
          int together = ofPair[b * (b - 1) / 2 + a];
          if (together >= least) {
            best.add(new int[] {a, b, together});
            if (best.size() > 16 * CANDIDATES) {
              least = Math.max(least, cut(best));
            }
          }
        }
      }
      var unused = cut(best);
      return best;
    }

    /** Leaves the best; what the last of them has. */
    private static int cut(List<int[]> best) {
      best.sort(
          Comparator.<int[]>comparingInt(pair -> -pair[2])
              .thenComparingInt(pair -> pair[1])
              .thenComparingInt(pair -> pair[0]));
      if (best.size() > CANDIDATES) {
        best.subList(CANDIDATES, best.size()).clear();
      }
      return best.isEmpty() ? LEAST : best.getLast()[2];
    }

    private Pair pair(int[] found) {
      int first = frequent[found[0]];
      int second = frequent[found[1]];
      Catalogue catalogue = events.catalogue();
      return new Pair(
          catalogue.items().get(first),
          catalogue.items().get(second),
          catalogue.label(first),
          catalogue.label(second),
          found[2],
          (double) found[2] * groups.size() / ((double) ofItem[first] * ofItem[second]));
    }
  }
}
