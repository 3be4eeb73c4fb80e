package io.aisle.ml.rerank;

import io.aisle.domain.run.Exposure;
import io.aisle.ml.data.Interactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures what lists put before their users. Thread-safe. */
public final class ExposureMeter {
  /** Share of the interactions that the long tail has. */
  private static final double TAIL = 0.2;

  private final int[] popularity;
  private final int[][] categories;
  private final boolean[] tail;
  private final Interactions train;

  /**
   * @param train the training part, which says how popular items are
   * @param categories of each item
   */
  public ExposureMeter(Interactions train, int[][] categories) {
    this.train = train;
    this.popularity = train.itemCounts();
    this.categories = categories;
    this.tail = tail(popularity);
  }

  /** The least popular items that together have no more than a fifth of the interactions. */
  private static boolean[] tail(int[] popularity) {
    long room = (long) (TAIL * Arrays.stream(popularity).asLongStream().sum());
    boolean[] tail = new boolean[popularity.length];
    int[] rising =
        IntStream.range(0, popularity.length)
            .boxed()
            .sorted((one, other) -> Integer.compare(popularity[one], popularity[other]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int item : rising) {
      room -= popularity[item];
      if (room < 0) {
        break;
      }
      tail[item] = true;
    }
    return tail;
  }

  /**
   * @param users index of each user who got a list
   * @param lists {@code [list][rank]} items, best first
   * @param depth places of each list that count
   */
  public Exposure measure(int[] users, int[][] lists, int depth) {
    List<int[]> cut = new ArrayList<>();
    List<int[]> histories = new ArrayList<>();
    for (int at = 0; at < users.length; at++) {
      cut.add(Arrays.copyOf(lists[at], Math.min(depth, lists[at].length)));
      histories.add(train.row(users[at]));
    }
    int[] counts = new int[popularity.length];
    cut.forEach(list -> Arrays.stream(list).forEach(item -> counts[item]++));
    long places = Arrays.stream(counts).asLongStream().sum();
    double mean = popularity(cut, popularity);
    return new Exposure(
        depth,
        mean,
        mean / popularity(histories, popularity),
        gini(counts),
        places == 0
            ? Double.NaN
            : (double) Arrays.stream(counts).filter(count -> count > 0).count() / counts.length,
        places == 0 ? Double.NaN : (double) tailPlaces(counts) / places,
        entropy(counts));
  }

  private long tailPlaces(int[] counts) {
    return IntStream.range(0, counts.length)
        .filter(item -> tail[item])
        .mapToLong(item -> counts[item])
        .sum();
  }

  /** NaN when no listed item has a category. */
  private double entropy(int[] counts) {
    int highest = Arrays.stream(categories).flatMapToInt(Arrays::stream).max().orElse(-1);
    double[] weight = new double[highest + 1];
    for (int item = 0; item < counts.length; item++) {
      for (int category : categories[item]) {
        weight[category] += (double) counts[item] / categories[item].length;
      }
    }
    double sum = Arrays.stream(weight).sum();
    if (sum == 0) {
      return Double.NaN;
    }
    return Arrays.stream(weight)
        .filter(each -> each > 0)
        .map(each -> -each / sum * Math.log(each / sum) / Math.log(2))
        .sum();
  }

  /**
   * The Gini coefficient, {@code 2 sum(i x_i) / (n sum(x)) - (n + 1) / n} with the counts ascending
   * and i from 1.
   *
   * @param counts of every item, those that never occur included
   * @return NaN when all counts are 0
   */
  public static double gini(int[] counts) {
    int[] ascending = counts.clone();
    Arrays.sort(ascending);
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < ascending.length; i++) {
      sum += ascending[i];
      weighted += (i + 1.0) * ascending[i];
    }
    double n = ascending.length;
    return sum == 0 ? Double.NaN : 2 * weighted / (n * sum) - (n + 1) / n;
  }

  /**
   * Mean popularity of the items of each row, mean over the rows that are not empty.
   *
   * @param rows items of each user
   * @param popularity how often each item was taken in the training part
   */
  public static double popularity(Iterable<int[]> rows, int[] popularity) {
    double sum = 0;
    int count = 0;
    for (int[] row : rows) {
      if (row.length > 0) {
        sum += Arrays.stream(row).mapToDouble(item -> popularity[item]).average().orElse(0);
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
