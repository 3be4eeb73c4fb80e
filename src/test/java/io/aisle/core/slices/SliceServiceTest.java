package io.aisle.core.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.comparison.Grouping;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.RunDataCache;
import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import io.aisle.testkit.OddShop;
import io.aisle.testkit.TestControl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the odd users of the shop have in common, asked in every way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SliceServiceTest {
  private static final int USERS = OddShop.USERS;
  private static final Metric METRIC = Metric.parse("ndcg@10");

  @TempDir static Path folder;

  private final SliceService service =
      new SliceService(new ComparisonService(), Optional.empty(), new RunDataCache());
  private RunFolder run;

  @BeforeAll
  void train() {
    OddShop.write(folder);
    run = OddShop.train(folder, "popularity", folder.resolve("out"));
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
    assertThat(slice.users()).isEqualTo(OddShop.ODD);
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

  @Test
  void groupsThatAreTooSmallAreNotShown() {
    ComparisonService strict = new ComparisonService(() -> 100);
    SliceService careful = new SliceService(strict, Optional.empty(), new RunDataCache());
    SliceReport report = careful.by(question(run), "recency", new TestControl());
    assertThat(report.least()).isEqualTo(100);
    assertThat(report.slices()).allMatch(slice -> slice.users() >= 100);
    Grouping thirds = Grouping.thirds(Grouping.Side.USERS);
    assertThat(strict.groups(List.of(run), thirds, METRIC, new TestControl()).groups()).isEmpty();
    assertThat(
            new ComparisonService()
                .groups(List.of(run), thirds, METRIC, new TestControl())
                .groups())
        .hasSize(3);
  }
}
