package io.aisle.core.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.RunDataCache;
import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shop in which every third user buys something that nobody had, on a Sunday, long after the last
 * visit: a model of popularity has nothing for them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SliceServiceTest {
  private static final int USERS = 240;
  private static final long MONDAY = 1_700_438_400; // 2023-11-20
  private static final long DAY = 86_400;
  private static final Metric METRIC = Metric.parse("ndcg@10");

  @TempDir static Path folder;

  private final SliceService service =
      new SliceService(new ComparisonService(), Optional.empty(), new RunDataCache());
  private RunFolder run;

  @BeforeAll
  void train() throws IOException {
    List<String> train = new ArrayList<>(List.of("user\titem\ttime"));
    List<String> test = new ArrayList<>(train);
    List<String> items = new ArrayList<>(List.of("id,category"));
    for (int item = 0; item < 40; item++) {
      items.add("i%d,%s".formatted(item, item < 30 ? "toys" : "lamps"));
    }
    for (int user = 0; user < USERS; user++) {
      int length = 2 + user % 5;
      for (int at = 0; at < length; at++) {
        train.add("u%d\ti%d\t%d".formatted(user, 6 + (user + 7 * at) % 24, MONDAY + 60 * at));
      }
      boolean odd = user % 3 == 0;
      long days = odd ? 13 : 1;
      test.add(
          "u%d\ti%d\t%d"
              .formatted(user, odd ? 30 + user % 10 : 6 + (user + 3) % 24, MONDAY + days * DAY));
    }
    Files.write(folder.resolve("train.tsv"), train);
    Files.write(folder.resolve("valid.tsv"), List.of("user\titem\ttime"));
    Files.write(folder.resolve("test.tsv"), test);
    Files.write(folder.resolve("items.csv"), items);
    run =
        LocalRuns.train(
            folder,
            """
            split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
            dataset: {items: {file: items.csv, id: id, category: category}}
            model: {kind: popularity}
            training: {threads: 1}
            """,
            folder.resolve("out"));
  }

  private static SliceQuestion question(RunFolder run) {
    return new SliceQuestion(run, Optional.empty(), METRIC, OptionalInt.of(20));
  }

  @Test
  void whatTheOddUsersHaveInCommonIsFoundOnce() {
    SliceReport report = service.worst(question(run), new TestControl());
    assertThat(report.users()).hasSize(USERS);
    assertThat(report.everybody().users()).isEqualTo(USERS);
    assertThat(report.attributes())
        .contains("history", "popularity", "coldItem", "recency", "weekday", "item.category");
    assertThat(report.slices()).as("one of the ways to say it stands for all").hasSize(1);
    Slice slice = report.slices().getFirst();
    assertThat(slice.users()).isEqualTo(USERS / 3);
    assertThat(slice.run()).isZero();
    assertThat(report.usersOf(slice)).contains("u0", "u3").doesNotContain("u1");
  }

  @Test
  void eachAttributeSaysWhatTheDataSay() {
    Map<String, Integer> expected =
        Map.of(
            "coldItem", 80,
            "not coldItem", 160,
            "recency < 12", 160,
            "recency >= 12", 80,
            "weekday = tuesday", 160,
            "weekday = sunday", 80,
            "item.category = lamps", 80,
            "newCategory", 80,
            "history < 3", 48);
    expected.forEach(
        (words, users) -> {
          String attribute = words.replace("not ", "").replaceAll(" .*", "");
          assertThat(service.by(question(run), attribute, new TestControl()).slices())
              .filteredOn(slice -> slice.expression().equals(words))
              .as(words)
              .singleElement()
              .satisfies(slice -> assertThat(slice.users()).isEqualTo(users));
        });
  }

  @Test
  void bandsAddUpToEverybody() {
    SliceReport report = service.by(question(run), "history", new TestControl());
    double sum = report.slices().stream().mapToDouble(slice -> slice.mean() * slice.users()).sum();
    assertThat(sum / USERS).isCloseTo(report.everybody().mean(), within(1e-9));
    assertThat(report.everybody().mean())
        .isCloseTo(run.record().metrics().test().get("ndcg@10"), within(1e-9));
  }

  @Test
  void aRunAgainstItselfIsWeakNowhere() {
    SliceQuestion itself = new SliceQuestion(run, Optional.of(run), METRIC, OptionalInt.empty());
    SliceReport report = service.worst(itself, new TestControl());
    assertThat(report.slices()).isEmpty();
    assertThat(report.least()).as("a twentieth would be 12").isEqualTo(20);
  }

  @Test
  void badQuestionsAreAnsweredInASentence() {
    assertThatThrownBy(() -> service.by(question(run), "shoe", new TestControl()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Nothing is known of 'shoe'; choose one of history");
    SliceQuestion coverage =
        new SliceQuestion(run, Optional.empty(), Metric.parse("coverage@10"), OptionalInt.empty());
    assertThatThrownBy(() -> service.worst(coverage, new TestControl()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("coverage@10 has no value for each user");
    assertThatThrownBy(() -> new SliceQuestion(run, Optional.empty(), METRIC, OptionalInt.of(1)))
        .isInstanceOf(InputException.class);
  }
}
