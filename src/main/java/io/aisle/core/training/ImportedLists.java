package io.aisle.core.training;

import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Lists of another system, read from a tab-separated file with the columns user, item, rank and
 * score.
 *
 * @param items {@code [user][place]} items by rank; empty for a user who has none
 * @param scores {@code [user][place]}
 * @param strangers rows of users that the catalogue does not know, left out
 */
record ImportedLists(int[][] items, float[][] scores, long strangers) {
  /** One row. */
  private record Place(int item, long rank, float score) {}

  /**
   * Reads the file.
   *
   * @throws InputException naming the row: an unknown item, a rank that is none, an item or a rank
   *     that a user has twice
   */
  static ImportedLists read(Path file, Catalogue catalogue) {
    Map<String, Integer> users = index(catalogue.users());
    Map<String, Integer> items = index(catalogue.items());
    List<List<Place>> places = new ArrayList<>();
    IntStream.range(0, users.size()).forEach(_ -> places.add(new ArrayList<>()));
    Map<Integer, Set<Long>> ranks = new HashMap<>();
    Map<Integer, BitSet> taken = new HashMap<>();
    long strangers = 0;
    long rows = 0;
    try (TsvReader in = TsvReader.open(file)) {
      int userColumn = in.require("user");
      int itemColumn = in.require("item");
      int rankColumn = in.require("rank");
      int scoreColumn = in.require("score");
      while (in.next()) {
        rows++;
        Integer user = users.get(in.id(userColumn));
        Integer item = items.get(in.id(itemColumn));
        long rank = rank(in, rankColumn);
        float score = (float) in.number(scoreColumn);
        if (item == null) {
          throw in.fault(
              itemColumn,
              "'%s' is no item of the run it is to stand beside; leave it out"
                  .formatted(in.shortened(itemColumn)));
        }
        if (user == null) {
          strangers++;
          continue;
        }
        if (!ranks.computeIfAbsent(user, _ -> new HashSet<>()).add(rank)) {
          throw in.fault(rankColumn, "this user has rank %d twice; rank each item".formatted(rank));
        }
        BitSet before = taken.computeIfAbsent(user, _ -> new BitSet());
        if (before.get(item)) {
          throw in.fault(
              itemColumn,
              "'%s' stands in this user's list twice; name it once"
                  .formatted(in.shortened(itemColumn)));
        }
        before.set(item);
        places.get(user).add(new Place(item, rank, score));
      }
    }
    if (rows == strangers) {
      throw new InputException(
          "%s has no row of a user of the run it is to stand beside; look at the user ids"
              .formatted(file));
    }
    return sorted(places, strangers);
  }

  private static long rank(TsvReader in, int column) {
    double rank = in.number(column);
    if (rank < 1 || rank != Math.rint(rank)) {
      throw in.fault(
          column, "'%s' is no rank; ranks are 1, 2, 3 and so on".formatted(in.shortened(column)));
    }
    return (long) rank;
  }

  private static ImportedLists sorted(List<List<Place>> places, long strangers) {
    places.forEach(list -> list.sort(Comparator.comparingLong(Place::rank)));
    return new ImportedLists(
        rows(places, list -> list.stream().mapToInt(Place::item).toArray(), int[][]::new),
        rows(places, ImportedLists::scores, float[][]::new),
        strangers);
  }

  private static <T> T[] rows(
      List<List<Place>> places, Function<List<Place>, T> row, IntFunction<T[]> array) {
    return places.stream().map(row).toArray(array);
  }

  private static float[] scores(List<Place> list) {
    float[] scores = new float[list.size()];
    for (int at = 0; at < scores.length; at++) {
      scores[at] = list.get(at).score();
    }
    return scores;
  }

  private static Map<String, Integer> index(List<String> names) {
    Map<String, Integer> index = new HashMap<>();
    names.forEach(name -> index.put(name, index.size()));
    return index;
  }

  /**
   * Takes away what a protocol masks, and cuts the lists.
   *
   * @param masked whether a user may not be given an item
   * @param depth longest list kept
   * @param dropped receives in its first place how many rows were masked
   */
  ImportedLists cut(BiPredicate<Integer, Integer> masked, int depth, long[] dropped) {
    int[][] keptItems = new int[items.length][];
    float[][] keptScores = new float[items.length][];
    for (int u = 0; u < items.length; u++) {
      int user = u;
      int[] list = items[u];
      int[] free =
          IntStream.range(0, list.length).filter(at -> !masked.test(user, list[at])).toArray();
      dropped[0] += list.length - free.length;
      int length = Math.min(depth, free.length);
      keptItems[u] = new int[length];
      keptScores[u] = new float[length];
      for (int at = 0; at < length; at++) {
        keptItems[u][at] = list[free[at]];
        keptScores[u][at] = scores[u][free[at]];
      }
    }
    return new ImportedLists(keptItems, keptScores, strangers);
  }
}
