package io.aisle.core.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.training.OpenRun;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.ProgressListener;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.model.ItemSpace;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.TestControl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films that models hold for alike are of like genres, which no model was told. */
@Beside
class FilmNeighboursTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("aisle.home", "."), "sample-datasets", "movielens-small")
          .toAbsolutePath();

  /** Users that a film must have to be looked at: little can be learned of others. */
  private static final int KNOWN = 20;

  @TempDir static Path folder;
  private static RunFolder als;
  private static RunFolder ease;
  private static RunFolder popular;
  private static NeighbourService service;
  private static ItemTraits films;

  private static RunFolder train(String name, String model) {
    return LocalRuns.train(
        folder,
        """
        name: %s
        dataset:
          interactions: '%s'
          columns: {user: userId, item: movieId, value: rating, time: timestamp}
          items: {file: '%s', id: movieId, title: title, category: genres}
        prepare: {minValue: 4, core: 5}
        split: {kind: leave-last-out}
        model: %s
        training: {threads: 1}
        """
            .formatted(name, SAMPLE.resolve("ratings.csv.gz"), SAMPLE.resolve("movies.csv"), model),
        folder.resolve(name));
  }

  @BeforeAll
  static void train() {
    als = train("als", "{kind: als, embeddingSize: 32}");
    ease = train("ease", "{kind: ease}");
    popular = train("popularity", "{kind: popularity}");
    service = new NeighbourService(LocalRuns.workers());
    films = service.traits(als, new TestControl());
  }

  @AfterAll
  static void close() {
    service.close();
  }

  /** Mean Jaccard of the genres of known films and of their neighbours. */
  private static double alike(int[][] neighbours) {
    double sum = 0;
    int pairs = 0;
    for (int film = 0; film < neighbours.length; film++) {
      if (films.users()[film] >= KNOWN) {
        for (int other : neighbours[film]) {
          sum += alike(film, other);
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  private static double alike(int film, int other) {
    Set<String> either = genres(film);
    Set<String> shared = genres(other);
    Set<String> both = new HashSet<>(shared);
    both.retainAll(either);
    either.addAll(shared);
    return (double) both.size() / either.size();
  }

  private static Set<String> genres(int film) {
    return new HashSet<>(Arrays.asList(films.category().get(film).split("\\|")));
  }

  private static int[][] nearest(ItemSpace space) {
    return NearestItems.of(space, new TieBreak(1))
        .all(10, Parallel.SEQUENTIAL, ProgressListener.NONE, CancelSignal.NEVER);
  }

  private static ItemSpace space(RunFolder run) {
    try (OpenRun open = OpenRun.open(run)) {
      return open.scorer().itemSpace().orElseThrow();
    }
  }

  /** What neighbours drawn at random share, where popular films are drawn as often as they are. */
  private static double chance(int[][] neighbours) {
    List<Integer> drawn = new ArrayList<>();
    Arrays.stream(neighbours).forEach(row -> Arrays.stream(row).forEach(drawn::add));
    Collections.shuffle(drawn, new Random(4));
    int[][] random = new int[neighbours.length][];
    int at = 0;
    for (int film = 0; film < random.length; film++) {
      random[film] = new int[neighbours[film].length];
      for (int k = 0; k < random[film].length; k++) {
        random[film][k] = drawn.get(at++);
      }
    }
    return alike(random);
  }

  @Test
  void neighboursOfVectorsShareGenres() {
    int[][] neighbours = nearest(space(als));
    assertThat(alike(neighbours)).isGreaterThan(1.3 * chance(neighbours));
  }

  @Test
  void neighboursByWeightShareGenres() {
    int[][] neighbours = nearest(space(ease));
    assertThat(alike(neighbours)).isGreaterThan(1.3 * chance(neighbours));
  }

  @Test
  void neighboursOfShuffledVectorsDoNot() {
    ItemSpace.Vectors vectors = (ItemSpace.Vectors) space(als);
    List<Integer> order = new ArrayList<>(IntStream.range(0, vectors.items()).boxed().toList());
    Collections.shuffle(order, new Random(9));
    float[] shuffled = new float[vectors.data().length];
    for (int film = 0; film < order.size(); film++) {
      System.arraycopy(
          vectors.data(),
          film * vectors.width(),
          shuffled,
          order.get(film) * vectors.width(),
          vectors.width());
    }
    int[][] neighbours = nearest(new ItemSpace.Vectors(vectors.items(), vectors.width(), shuffled));
    double lift = alike(neighbours) / chance(neighbours);
    assertThat(lift).isBetween(0.85, 1.15);
  }

  @Test
  void theServiceNamesTheNearestFirst() {
    int film =
        IntStream.range(0, films.item().size())
            .filter(i -> films.users()[i] > 60)
            .findFirst()
            .orElseThrow();
    Neighbourhood found = service.nearest(als, films.item().get(film), 7, new TestControl());
    assertThat(found.measure()).isEqualTo(Measure.COSINE);
    assertThat(found.title()).isEqualTo(films.title().get(film));
    assertThat(found.nearest()).hasSize(7).extracting(Neighbour::item).doesNotContain(found.item());
    assertThat(found.nearest())
        .isSortedAccordingTo((a, b) -> Double.compare(b.similarity(), a.similarity()));
    assertThat(service.nearest(ease, films.item().get(film), 7, new TestControl()).measure())
        .isEqualTo(Measure.WEIGHT);
  }

  @Test
  void aMapHasAPlaceForEveryLearnedItemAndIsKept() {
    ItemMap map = service.map(als, Projection.PCA, 1, new TestControl());
    assertThat(map.item()).hasSize(films.item().size() - map.unlearned());
    assertThat(map.x()).hasSize(map.item().size()).doesNotContain(Double.NaN);
    assertThat(map.kept()).isBetween(0.05, 1.0);
    assertThat(service.map(als, Projection.PCA, 1, new TestControl())).isSameAs(map);
  }

  @Test
  void whatAModelLacksIsSaid() {
    assertThatThrownBy(() -> service.map(ease, Projection.PCA, 1, new TestControl()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no vectors");
    assertThatThrownBy(() -> service.nearest(popular, "1", 5, new TestControl()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("knows nothing of how alike items are");
    assertThatThrownBy(() -> service.nearest(als, "no such film", 5, new TestControl()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nearest known ids");
  }
}
