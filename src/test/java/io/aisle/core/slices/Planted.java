package io.aisle.core.slices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Users with attributes that say nothing, and values like those of a ranking metric. */
final class Planted {
  static final int NUMBERS = 4;
  static final int NAMES = 4;

  private final SplittableRandom random;
  private final double[][] numbers;
  private final int[][] names;
  private final double[] values;

  Planted(int users, long seed) {
    random = new SplittableRandom(seed);
    numbers = new double[NUMBERS][users];
    names = new int[NAMES][users];
    for (double[] column : numbers) {
      Arrays.setAll(column, user -> Math.floor(1 / (0.01 + 0.99 * random.nextDouble())));
    }
    for (int[] column : names) {
      Arrays.setAll(column, user -> (int) (8 * random.nextDouble() * random.nextDouble()));
    }
    values = random.doubles(users).map(Planted::value).toArray();
  }

  /** As of NDCG at 10: four users in five without a hit, the others by the rank of it. */
  private static double value(double drawn) {
    int rank = 1 + (int) (50 * drawn);
    return rank > 10 ? 0 : Math.log(2) / Math.log(rank + 1);
  }

  double[] values() {
    return values;
  }

  double number(int column, int user) {
    return numbers[column][user];
  }

  int name(int column, int user) {
    return names[column][user];
  }

  List<Attribute> attributes() {
    AttributeMaker maker = new AttributeMaker(values.length);
    for (int n = 0; n < NUMBERS; n++) {
      maker.number("number" + n, numbers[n]);
    }
    List<String> known = new ArrayList<>(IntStream.range(0, 8).mapToObj(v -> "v" + v).toList());
    for (int n = 0; n < NAMES; n++) {
      maker.value("name" + n, known, names[n]);
    }
    return maker.made();
  }
}
