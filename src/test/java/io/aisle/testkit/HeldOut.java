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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Real interactions with one item of each user held out at random.
 *
 * @param train all others, in the order of the file
 * @param item the item held out of each user
 */
public record HeldOut(Interactions train, int[] item) {
  private static final int LEAST = 10;

  /** The bundled film ratings, films with ten ratings or more; every rating counts alike. */
  public static HeldOut movielens() throws IOException {
    Path file =
        Path.of(System.getProperty("aisle.home", "."))
            .resolve("sample-datasets/movielens-small/ratings.csv.gz");
    Map<Integer, List<Integer>> films = new TreeMap<>();
    Map<Integer, Integer> counts = new TreeMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split(",", 3);
        int film = Integer.parseInt(fields[1]);
        films.computeIfAbsent(Integer.valueOf(fields[0]), user -> new ArrayList<>()).add(film);
        counts.merge(film, 1, Integer::sum);
      }
    }
    return of(films, counts);
  }

  private static HeldOut of(Map<Integer, List<Integer>> films, Map<Integer, Integer> counts) {
    Map<Integer, Integer> index = new TreeMap<>();
    counts.forEach(
        (film, count) -> {
          if (count >= LEAST) {
            index.put(film, index.size());
          }
        });
    Random random = new Random(1);
    int[] offsets = new int[films.size() + 1];
    int[] heldOut = new int[films.size()];
    List<Integer> train = new ArrayList<>();
    int user = 0;
    for (List<Integer> row : films.values()) {
      List<Integer> kept = new ArrayList<>(row.stream().filter(index::containsKey).toList());
      heldOut[user] = index.get(kept.remove(random.nextInt(kept.size())));
      kept.forEach(film -> train.add(index.get(film)));
      offsets[++user] = train.size();
    }
    int[] item = train.stream().mapToInt(i -> i).toArray();
    float[] value = new float[item.length];
    Arrays.fill(value, 1);
    return new HeldOut(
        new Interactions(films.size(), index.size(), offsets, item, value, new long[0]), heldOut);
  }
}
