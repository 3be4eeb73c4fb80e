package io.aisle.core.slices;

import io.aisle.core.comparison.UserValues;
import io.aisle.domain.job.CancelSignal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A search for the worst slices in a fixed shape: 12 attributes of 50,000 users, eight of them
 * numbers and four names of twenty values, with users of one name and one range who are served
 * worse. Always the same data.
 */
public final class SliceBench {
  public static final int USERS = 50_000;
  private static final int NUMBERS = 8;
  private static final int NAMES = 4;
  private static final int VALUES = 20;
  private static final int LEAST = 100;

  private final SliceTable table;
  private final CancelSignal cancel;

  public SliceBench(CancelSignal cancel) {
    this.cancel = cancel;
    SplittableRandom random = new SplittableRandom(1);
    AttributeMaker maker = new AttributeMaker(USERS);
    double[] first = random.doubles(USERS).toArray();
    int[] names = random.ints(USERS, 0, VALUES).toArray();
    List<String> words = IntStream.range(0, VALUES).mapToObj(Integer::toString).toList();
    maker.number("number0", first);
    maker.value("name0", words, names);
    for (int n = 1; n < NUMBERS; n++) {
      maker.number("number" + n, random.doubles(USERS).toArray());
    }
    for (int n = 1; n < NAMES; n++) {
      maker.value("name" + n, words, random.ints(USERS, 0, VALUES).toArray());
    }
    double[] values = random.doubles(USERS).map(drawn -> Math.max(0, 2 * drawn - 1)).toArray();
    Arrays.setAll(values, u -> names[u] == 3 && first[u] < 0.3 ? values[u] / 2 : values[u]);
    List<String> users = IntStream.range(0, USERS).mapToObj(Integer::toString).toList();
    table =
        new SliceTable(maker.made(), new UserValues(users, new double[][] {values}), false, LEAST);
  }

  /** Searches once; the number of slices that were found. */
  public int search() {
    return table.worst(cancel).size();
  }
}
