package io.aisle.core.comparison;

import io.aisle.core.rerank.Categories;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.rerank.CoOccurrence;
import io.aisle.ml.rerank.Likeness;
import java.util.function.IntPredicate;

/**
 * Intra-list diversity: the mean of {@code 1 - likeness} over the pairs of a list (C.-N. Ziegler
 * and others, Improving recommendation lists through topic diversification, 2005). Likeness is
 * Jaccard's of the categories where the catalogue has any, over the pairs of items that have some;
 * else the cosine of the users who took the items in training. Thread-safe.
 */
final class ListDiversity {
  /**
   * Lists that are looked at where likeness comes from co-occurrence, which costs as much as the
   * histories are long: enough for a standard error of a hundredth of the spread over the users.
   */
  private static final int LISTS_BY_CO_OCCURRENCE = 2000;

  private final Likeness likeness;
  private final IntPredicate known;
  private final int most;

  ListDiversity(Categories categories, Interactions train) {
    if (categories.names().isEmpty()) {
      likeness = new CoOccurrence(train);
      known = item -> true;
      most = LISTS_BY_CO_OCCURRENCE;
    } else {
      likeness = Likeness.jaccard(categories.ofItem());
      known = item -> categories.ofItem()[item].length > 0;
      most = Integer.MAX_VALUE;
    }
  }

  /**
   * Mean over the lists that have a pair to look at; of very many lists without categories every
   * n-th is taken.
   *
   * @param lists {@code [user][rank]}
   * @param depth places of each list that count
   * @return NaN when no list has a pair
   */
  double of(int[][] lists, int depth) {
    int step = Math.max(1, Math.ceilDiv(lists.length, most));
    double sum = 0;
    int count = 0;
    for (int user = 0; user < lists.length; user += step) {
      double of = ofList(lists[user], Math.min(depth, lists[user].length));
      if (!Double.isNaN(of)) {
        sum += of;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private double ofList(int[] list, int length) {
    double sum = 0;
    int pairs = 0;
    for (int one = 0; one < length; one++) {
      if (known.test(list[one])) {
        Likeness.Row row = likeness.from(list[one]);
        for (int other = one + 1; other < length; other++) {
          if (known.test(list[other])) {
            sum += 1 - row.to(list[other]);
            pairs++;
          }
        }
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }
}
