package io.aisle.testkit;

import io.aisle.ml.data.Interactions;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Real interactions with one item of each user held out.
 *
 * @param train all others
 * @param item the item held out of each user
 * @param rating what the user gave it
 */
public record HeldOut(Interactions train, int[] item, float[] rating) {
  private static final int LEAST = 10;

  /** One line of the file. */
  private record Rating(int user, int film, float value, long time) {}

  /**
   * The bundled film ratings in the order of the file, films with ten ratings or more, one held out
   * at random; every rating counts alike.
   */
  public static HeldOut movielens() throws IOException {
    HeldOut rated = ratings(false);
    float[] ones = new float[rated.train.size()];
    Arrays.fill(ones, 1);
    return new HeldOut(rated.with(ones), rated.item, rated.rating);
  }

  /** The same with the stars as values. */
  public static HeldOut movielensRated() throws IOException {
    return ratings(false);
  }

  /** The same in the order of time, the last film held out; every rating counts alike. */
  public static HeldOut movielensLast() throws IOException {
    HeldOut rated = ratings(true);
    float[] ones = new float[rated.train.size()];
    Arrays.fill(ones, 1);
    return new HeldOut(rated.with(ones), rated.item, rated.rating);
  }

  private Interactions with(float[] value) {
    return new Interactions(
        train.users(), train.items(), train.offsets(), train.item(), value, train.time());
  }

  private static HeldOut ratings(boolean last) throws IOException {
    Map<Integer, List<Rating>> users = new TreeMap<>();
    Map<Integer, Integer> counts = new TreeMap<>();
    for (Rating rating : read()) {
      users.computeIfAbsent(rating.user, user -> new ArrayList<>()).add(rating);
      counts.merge(rating.film, 1, Integer::sum);
    }
    return of(users.values(), counts, last);
  }

  private static List<Rating> read() throws IOException {
    Path file =
        Path.of(System.getProperty("aisle.home", "."))
            .resolve("sample-datasets/movielens-small/ratings.csv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(HeldOut::rating).toList();
    }
  }

  private static Rating rating(String line) {
    String[] fields = line.split(",", -1);
    return new Rating(
        Integer.parseInt(fields[0]),
        Integer.parseInt(fields[1]),
        Float.parseFloat(fields[2]),
        Long.parseLong(fields[3]));
  }

  private static HeldOut of(
      Collection<List<Rating>> users, Map<Integer, Integer> counts, boolean last) {
    Map<Integer, Integer> index = new TreeMap<>();
    counts.forEach(
        (film, count) -> {
          if (count >= LEAST) {
            index.put(film, index.size());
          }
        });
    Random random = new Random(1);
    int[] offsets = new int[users.size() + 1];
    List<Rating> train = new ArrayList<>();
    List<Rating> heldOut = new ArrayList<>();
    for (List<Rating> row : users) {
      List<Rating> kept =
          new ArrayList<>(row.stream().filter(rating -> index.containsKey(rating.film)).toList());
      if (last) {
        kept.sort(Comparator.comparingLong(Rating::time));
      }
      heldOut.add(kept.remove(last ? kept.size() - 1 : random.nextInt(kept.size())));
      train.addAll(kept);
      offsets[heldOut.size()] = train.size();
    }
    return new HeldOut(
        new Interactions(
            users.size(),
            index.size(),
            offsets,
            train.stream().mapToInt(rating -> index.get(rating.film)).toArray(),
            values(train),
            last ? train.stream().mapToLong(Rating::time).toArray() : new long[0]),
        heldOut.stream().mapToInt(rating -> index.get(rating.film)).toArray(),
        values(heldOut));
  }

  private static float[] values(List<Rating> ratings) {
    float[] values = new float[ratings.size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = ratings.get(k).value;
    }
    return values;
  }
}
