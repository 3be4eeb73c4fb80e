package io.aisle.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.explanation.FeatureShares.Share;
import io.aisle.core.explanation.FeatureShares.Unit;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.domain.experiment.ContextFeature;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.model.SafeTensors;
import io.aisle.ml.model.Weights;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ratings that the hour alone decides: every click model must name the hour. */
@Beside
class PlantedFeatureTest {
  private static final int USERS = 60;
  private static final int ITEMS = 40;
  private static final int SAMPLES = 400;
  private static final int NOON = 12;

  /** The same row scored at another place of a batch differs by the rounding of floats. */
  private static final double ROUNDING = 1e-5;

  @TempDir static Path folder;
  private static UsersService users;

  @BeforeAll
  static void write() throws IOException {
    SplittableRandom random = new SplittableRandom(8);
    List<String> ratings = new ArrayList<>(List.of("user,item,time,stars"));
    for (int u = 0; u < USERS; u++) {
      for (int n = 0; n < 25; n++) {
        int hour = random.nextInt(24);
        long time = 1_600_000_000L / 86_400 * 86_400 + 86_400L * n + 3_600L * hour + u;
        int stars = hour >= NOON ? 5 : 1;
        ratings.add("u%d,i%d,%d,%d".formatted(u, random.nextInt(ITEMS), time, stars));
      }
    }
    Files.write(folder.resolve("ratings.csv"), ratings);
    List<String> items = new ArrayList<>(List.of("id,title,shape,planet"));
    for (int i = 0; i < ITEMS; i++) {
      items.add("i%d,Item %d,%s,earth".formatted(i, i, i % 3 == 0 ? "round" : "square"));
    }
    Files.write(folder.resolve("items.csv"), items);
    users = new UsersService(LocalRuns.workers());
  }

  @AfterAll
  static void close() {
    users.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'{kind: logistic-regression}', 0.05",
    "'{kind: fm, embeddingSize: 4, maxLength: 5}', 0.02",
    "'{kind: deepfm, embeddingSize: 4, firstLayer: 16, secondLayer: 8, dropout: 0}', 0.01",
    "'{kind: mlp, embeddingSize: 4, firstLayer: 16, secondLayer: 8, dropout: 0}', 0.01",
    "'{kind: din, embeddingSize: 4, maxLength: 5, attentionLayer: 4, firstLayer: 16, secondLayer:"
        + " 8, dropout: 0}', 0.01"
  })
  void theDecidingFeatureComesFirstAndAFeatureWithoutUseGetsNothing(String model, double rate) {
    RunFolder run = train(model, rate, Integer.toHexString(model.hashCode()));
    FeatureShares shares = ask(run, 3).orElseThrow();
    Share first = shares.features().getFirst();
    assertThat(first.feature()).isEqualTo("context.hour");
    int hour = Integer.parseInt(first.values().getFirst());
    assertThat(first.part() > 0).as("at hour %d", hour).isEqualTo(hour >= NOON);
    assertThat(first.low() * first.high()).as("its interval is on one side of 0").isPositive();
    assertThat(Math.abs(first.part())).isGreaterThan(2 * Math.abs(shares.features().get(1).part()));
    Share planet = share(shares, "item.planet");
    assertThat(planet.values()).containsExactly("earth");
    assertThat(planet.low()).isCloseTo(0, within(ROUNDING));
    assertThat(planet.high()).isCloseTo(0, within(ROUNDING));
    double sum = shares.features().stream().mapToDouble(Share::part).sum();
    assertThat(shares.base() + sum).isCloseTo(shares.score(), within(1e-5));
    assertThat(shares.unit()).isEqualTo(Unit.LOG_ODDS);
    assertThat(shares.probability()).isCloseTo(1 / (1 + Math.exp(-shares.score())), within(1e-6));
  }

  @Test
  void logisticRegressionIsDividedAsItsWeightsSay() {
    RunFolder run = train("{kind: logistic-regression}", 0.05, "closed");
    long seed = 11;
    FeatureShares shares = ask(run, seed).orElseThrow();
    assertThat(shares.item()).isEqualTo("i7");
    Weights weights = SafeTensors.read(run.weights());
    try (OpenRun open = OpenRun.open(run)) {
      FieldExamples drawn =
          FieldExamples.of(
              open.history(),
              open.user("u5"),
              open.item("i7"),
              SAMPLES,
              new SplittableRandom(seed));
      float[] hours = weights.tensors().get("embedding.context.hour").data();
      float[] items = weights.tensors().get("embedding.item").data();
      double[] hour =
          LongStream.of(drawn.times())
              .mapToDouble(time -> hours[ContextFeature.HOUR.of(time)])
              .toArray();
      double[] item = IntStream.of(drawn.items()).mapToDouble(each -> items[each]).toArray();
      assertThat(share(shares, "context.hour").part()).isCloseTo(away(hour), within(1e-5));
      assertThat(share(shares, "item").part()).isCloseTo(away(item), within(1e-5));
    }
    assertThat(ask(run, seed)).hasValue(shares);
  }

  @Test
  void aModelOfNeighboursHasNoFeatures() {
    assertThat(ask(train("{kind: item-knn}", 0.05, "neighbours"), 1)).isEmpty();
  }

  /** The first of some weights less the mean of the others. */
  private static double away(double[] weights) {
    return weights[0]
        - IntStream.range(1, weights.length).mapToDouble(z -> weights[z]).average().orElse(0);
  }

  private static Share share(FeatureShares shares, String feature) {
    return shares.features().stream()
        .filter(each -> each.feature().equals(feature))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<FeatureShares> ask(RunFolder run, long seed) {
    return users
        .explanations()
        .features(run, "u5", Optional.of("i7"), SAMPLES, seed, CancelSignal.NEVER);
  }

  private static RunFolder train(String model, double rate, String name) {
    return LocalRuns.train(
        folder,
        """
        dataset:
          interactions: ratings.csv
          columns: {user: user, item: item, time: time, value: stars}
          items: {file: items.csv, id: id, title: title}
        prepare: {repeats: all}
        features: {item: [shape, planet], context: [hour]}
        label: {minValue: 4}
        split: {kind: random, ratios: [8, 1, 1], seed: 1}
        protocol: {k: [5]}
        model: %s
        training: {epochs: 25, batchSize: 64, learningRate: %s, patience: 25, threads: 1}
        """
            .formatted(model, rate),
        folder.resolve(name));
  }
}
