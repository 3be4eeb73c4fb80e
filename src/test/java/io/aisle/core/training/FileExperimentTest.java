package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.run.RunRecord;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments on the files of a bundled sample, with no workspace. */
@Beside
class FileExperimentTest {
  private static final Path SAMPLE = Path.of("sample-datasets", "movielens-small").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void filesArePreparedSplitAndJudged() {
    RunFolder run = LocalRuns.train(folder, yaml("userId", "core: 5"), folder.resolve("out"));
    RunRecord record = run.record();
    // the counts of the reference split of the same data
    assertThat(record.size().users()).isEqualTo(671);
    assertThat(record.size().items()).isEqualTo(3496);
    assertThat(record.size().train() + record.size().valid() + record.size().test())
        .isEqualTo(90_072);
    assertThat(record.size().test()).isEqualTo(671);
    assertThat(record.dataset()).isEqualTo("ratings");
    // popularity reaches .0200 on the reference split, whose ties of time are ordered otherwise
    assertThat(record.metrics().test().get("ndcg@10")).isCloseTo(0.020, Offset.offset(0.004));
    RunData data = run.loadData();
    int item = data.catalogue().items().indexOf("1");
    assertThat(data.catalogue().titles().get(item)).isEqualTo("Toy Story (1995)");
    assertThat(data.catalogue().categories().get(item)).contains("Comedy");
  }

  @Test
  void badWishesAreOneSentenceAndLeaveNothingBehind() {
    assertRefused("userNo", "core: 5", "userNo");
    assertRefused("userId", "core: 5000", "prepare");
    Path out = folder.resolve("out");
    assertThatThrownBy(
            () ->
                LocalRuns.train(
                    folder,
                    "dataset: shop\nsplit: {kind: random}\nmodel: {kind: popularity}\n",
                    out))
        .hasMessageContaining("'shop' lies in the workspace");
    assertThat(out).doesNotExist();
  }

  private void assertRefused(String user, String prepare, String expected) {
    Path out = folder.resolve("out");
    assertThatThrownBy(() -> LocalRuns.train(folder, yaml(user, prepare), out))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(expected)
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
    assertThat(out).doesNotExist();
  }

  private static String yaml(String user, String prepare) {
    return """
    dataset:
      interactions: '%s'
      columns: {user: %s, item: movieId, time: timestamp, value: rating}
      items: {file: '%s', id: movieId, title: title, category: genres}
    prepare: {%s}
    split: {kind: leave-last-out}
    protocol: {history: train, metrics: [ndcg], k: 10}
    model: {kind: popularity}
    training: {threads: 1}
    """
        .formatted(SAMPLE.resolve("ratings.csv.gz"), user, SAMPLE.resolve("movies.csv"), prepare);
  }
}
