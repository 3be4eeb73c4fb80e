package io.aisle.testkit;

import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Predictor;
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
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The bundled film ratings, a tenth of them held out at random; four stars and more are positive.
 *
 * @param data what is fitted, ids only
 * @param heldOut the rest
 */
public record RatedFilms(FitData data, Interactions heldOut) {
  private static final double POSITIVE = 4;

  private record Rating(int user, int film, float stars) {}

  public static RatedFilms read() throws IOException {
    Path file =
        Path.of(System.getProperty("aisle.home", "."))
            .resolve("sample-datasets/movielens-small/ratings.csv.gz");
    Map<String, Integer> users = new TreeMap<>();
    Map<String, Integer> films = new TreeMap<>();
    List<Rating> train = new ArrayList<>();
    List<Rating> rest = new ArrayList<>();
    Random random = new Random(1);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split(",", 4);
        Rating rating =
            new Rating(
                users.computeIfAbsent(fields[0], id -> users.size()),
                films.computeIfAbsent(fields[1], id -> films.size()),
                Float.parseFloat(fields[2]));
        (random.nextInt(10) == 0 ? rest : train).add(rating);
      }
    }
    Features none = new Features(List.<Feature>of(), List.<Feature>of(), List.of());
    FitData data =
        new FitData(
            matrix(train, users.size(), films.size()), false, OptionalDouble.of(POSITIVE), none);
    return new RatedFilms(data, matrix(rest, users.size(), films.size()));
  }

  private static Interactions matrix(List<Rating> ratings, int users, int films) {
    ratings.sort((a, b) -> Integer.compare(a.user, b.user));
    int[] offsets = new int[users + 1];
    int[] item = new int[ratings.size()];
    float[] value = new float[ratings.size()];
    for (int k = 0; k < item.length; k++) {
      offsets[ratings.get(k).user + 1] = k + 1;
      item[k] = ratings.get(k).film;
      value[k] = ratings.get(k).stars;
    }
    for (int u = 0; u < users; u++) {
      offsets[u + 1] = Math.max(offsets[u], offsets[u + 1]);
    }
    return new Interactions(users, films, offsets, item, value, new long[0]);
  }

  /**
   * Share of pairs of a liked and another film held out, of any users, that are rightly ordered.
   */
  public double auc(Predictor predictor) {
    float[] out = new float[heldOut.size()];
    for (int u = 0; u < heldOut.users(); u++) {
      int from = heldOut.offsets()[u];
      int count = heldOut.length(u);
      int[] same = new int[count];
      Arrays.fill(same, u);
      long[] times = new long[count];
      Arrays.fill(times, FitData.NO_TIME);
      float[] own = new float[count];
      predictor.predict(HistoryBlock.of(data.train(), same, 0, count), heldOut.row(u), times, own);
      System.arraycopy(own, 0, out, from, count);
    }
    return auc(out);
  }

  private double auc(float[] scores) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Float.compare(scores[a], scores[b]));
    double below = 0;
    double right = 0;
    for (int k : order) {
      if (heldOut.value()[k] >= POSITIVE) {
        right += below;
      } else {
        below++;
      }
    }
    return right / (below * (scores.length - below));
  }
}
