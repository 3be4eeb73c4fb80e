package io.aisle.app.growth;

import io.aisle.ml.data.Interactions;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The ratings of movielens-small as plain interactions, as often as wanted. */
final class Films {
  private static final int LEAST = 5;

  private record Rating(int film, long time) {}

  private Films() {}

  /**
   * Films with five ratings; each user in the order of time.
   *
   * @param factor how many users each user becomes; the catalogue stays as it is
   */
  static Interactions times(int factor) throws IOException {
    Map<Integer, List<Rating>> users = read();
    Map<Integer, Integer> counts = new HashMap<>();
    users.values().forEach(all -> all.forEach(r -> counts.merge(r.film, 1, Integer::sum)));
    Map<Integer, Integer> index = new HashMap<>();
    new TreeMap<>(counts)
        .forEach(
            (film, count) -> {
              if (count >= LEAST) {
                index.put(film, index.size());
              }
            });
    List<List<Rating>> rows =
        users.values().stream()
            .map(all -> all.stream().filter(r -> index.containsKey(r.film)).toList())
            .toList();
    int size = factor * rows.stream().mapToInt(List::size).sum();
    int[] offsets = new int[factor * rows.size() + 1];
    int[] item = new int[size];
    long[] time = new long[size];
    int at = 0;
    for (int u = 0; u + 1 < offsets.length; u++) {
      for (Rating rating : rows.get(u % rows.size())) {
        item[at] = index.get(rating.film);
        time[at++] = rating.time;
      }
      offsets[u + 1] = at;
    }
    float[] value = new float[size];
    Arrays.fill(value, 1);
    return new Interactions(offsets.length - 1, index.size(), offsets, item, value, time);
  }

  private static Map<Integer, List<Rating>> read() throws IOException {
    Path file =
        Path.of(System.getProperty("aisle.home", "."))
            .resolve("sample-datasets/movielens-small/ratings.csv.gz");
    Map<Integer, List<Rating>> users = new TreeMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split(",", -1);
        users
            .computeIfAbsent(Integer.parseInt(fields[0]), u -> new ArrayList<>())
            .add(new Rating(Integer.parseInt(fields[1]), Long.parseLong(fields[3])));
      }
    }
    users.values().forEach(all -> all.sort((a, b) -> Long.compare(a.time, b.time)));
    return users;
  }
}
