package io.aisle.core.dataset.cleaning;

import static io.aisle.core.dataset.cleaning.Frames.left;
import static io.aisle.core.dataset.cleaning.Frames.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.InputException;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.CleaningStep.Binning;
import io.aisle.domain.data.CleaningStep.Duplicates.Same;
import io.aisle.domain.data.CleaningStep.Missing.Treatment;
import io.aisle.domain.data.CleaningStep.Normalise;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DataSize;
import io.aisle.domain.data.StepEffect;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each step against what was worked out by hand, numbers against numpy. */
class StepsTest {
  private static final double[] NUMBERS = {1, 2, 2, 3.5, 10, 0.5, 7.25, 4};

  private static EventFrame priced(double... prices) {
    return Frames.of(
        Arrays.stream(prices)
            .mapToObj(price -> "a x view 0 - - %s -".formatted(Double.isNaN(price) ? "-" : price))
            .collect(Collectors.joining("\n")));
  }

  @Test
  void duplicatesAreTheSameInWhatIsAskedFor() {
    String events =
        """
        a x view 9 s 1 - -
        a x view 5 s 1 - -
        a x view 9 s 1 - -
        a x view 9 t 1 - -
        b x view 9 s 1 - -
        a x view - s 1 - -
        a x view - s 1 - -
        """;
    assertThat(left(events, new CleaningStep.Duplicates(Same.ROW))).containsExactly(0, 1, 3, 4, 5);
    assertThat(left(events, new CleaningStep.Duplicates(Same.MOMENT)))
        .containsExactly(0, 1, 4, 5, 6);
    // of one pair the earliest stays, and what has no time comes first
    assertThat(left(events, new CleaningStep.Duplicates(Same.PAIR))).containsExactly(4, 5);
  }

  @Test
  void missingValuesAreDroppedOrFilled() {
    EventFrame frame = priced(3, Double.NaN, 1, 2, 9);
    List<StepEffect> effects =
        run(frame, new CleaningStep.Missing(ColumnRole.PRICE, Treatment.MEDIAN, ""));
    assertThat(frame.numbers(ColumnRole.PRICE)).containsExactly(3, 2, 1, 2, 9);
    assertThat(effects.getFirst().changed()).isEqualTo(1);
    frame = priced(3, Double.NaN);
    run(frame, new CleaningStep.Missing(ColumnRole.PRICE, Treatment.VALUE, "7.5"));
    assertThat(frame.numbers(ColumnRole.PRICE)).containsExactly(3, 7.5);
    frame = priced(3, Double.NaN);
    run(frame, new CleaningStep.Missing(ColumnRole.PRICE, Treatment.DROP, ""));
    assertThat(frame.rows()).containsExactly(0);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                run(
                    priced(Double.NaN),
                    new CleaningStep.Missing(ColumnRole.PRICE, Treatment.MEDIAN, "")))
        .withMessageContaining("no value in the column price");
  }

  @Test
  void sessionsTimesAndCategoriesAreFilledToo() {
    EventFrame frame = Frames.of("a x view 1 s\na y:c view - -\n");
    run(
        frame,
        new CleaningStep.Missing(ColumnRole.SESSION, Treatment.VALUE, "none"),
        new CleaningStep.Missing(ColumnRole.TIME, Treatment.VALUE, "1970-01-01T00:02:00Z"),
        new CleaningStep.Missing(ColumnRole.CATEGORY, Treatment.VALUE, "unknown"));
    assertThat(frame.texts(ColumnRole.SESSION).get(0)).isEqualTo("s");
    assertThat(frame.texts(ColumnRole.SESSION).get(1)).isEqualTo("none");
    assertThat(frame.millis()).containsExactly(60_000, 120_000);
    assertThat(frame.categories()).containsExactly("unknown", "c");
  }

  @Test
  void boundsBelongToARangeAndWhatIsAbsentStays() {
    EventFrame frame = priced(0.1, 0.2, 0.3, Double.NaN, 0.09999);
    run(
        frame,
        new CleaningStep.Range(ColumnRole.PRICE, OptionalDouble.of(0.1), OptionalDouble.of(0.2)));
    assertThat(frame.rows()).containsExactly(0, 1, 3);
  }

  @Test
  void cancellationsTakeTheLatestEqualPurchaseAlong() {
    String events =
        """
        a x purchase 1 1 - - 2
        a x purchase 2 2 - - 2
        a x purchase 3 3 - - 5
        a x purchase 4 C4 - - -2
        a x purchase 5 5 - - 2
        b x purchase 6 C6 - - -5
        a x purchase 0 C0 - - -5
        """;
    assertThat(left(events, new CleaningStep.Cancellations(false, ""))).containsExactly(0, 1, 2, 4);
    assertThat(left(events, new CleaningStep.Cancellations(true, ""))).containsExactly(0, 2, 4);
    assertThat(
            left(
                "a x purchase 1 C7 - - 2\na x purchase 1 CAT - - 2\n",
                new CleaningStep.Cancellations(false, "C")))
        .containsExactly(1);
  }

  @Test
  void aCoreIsTakenUntilNothingFalls() {
    String events =
        """
        a x view 1
        a y view 1
        b x view 1
        b y view 1
        c y view 1
        c z view 1
        """;
    assertThat(left(events, new CleaningStep.Core(2, 2))).containsExactly(0, 1, 2, 3);
    assertThat(left(events, new CleaningStep.Core(0, 2))).containsExactly(0, 1, 2, 3, 4);
    assertThat(left(events, new CleaningStep.Core(3, 0))).isEmpty();
  }

  @Test
  void sessionsEndAtLongPauses() {
    EventFrame frame =
        Frames.of(
            """
            a x view 100 old
            a x view 0 old
            b x view 30 old
            a x view 30 old
            a x view 61 old
            a x view - old
            """);
    List<StepEffect> effects = run(frame, new CleaningStep.Sessions(30));
    assertThat(IntStream.range(0, 6).mapToObj(frame.texts(ColumnRole.SESSION)::get))
        .containsExactly("3", "1", "4", "1", "2", null);
    assertThat(effects.getFirst().changed()).isEqualTo(5);
    assertThat(effects.getFirst().after()).isEqualTo(new DataSize(6, 2, 1));
  }

  @Test
  void robotsAreKnownByAnySign() {
    StringBuilder events = new StringBuilder("h x view 7\nh y view 91\n");
    for (int i = 0; i < 60; i++) {
      events.append("clock x view %d\n".formatted(1_000 * i));
      events.append("burst y view %s\n".formatted(5 * Math.sqrt(i)));
    }
    events.append("all x view 1\nall y view 2\nall z view 500\n");
    assertThat(users(events, 0, 0, 0.1, 0)).containsExactly("h", "burst", "all");
    assertThat(users(events, 50, 0, 0, 0)).containsExactly("h", "clock", "all");
    assertThat(users(events, 0, 50, 0, 0)).containsExactly("h", "clock", "all");
    assertThat(users(events, 0, 0, 0, 1)).containsExactly("h", "clock", "burst");
  }

  private static List<String> users(
      CharSequence events, int perHour, int perDay, double variation, double share) {
    EventFrame frame = Frames.of(events.toString());
    run(
        frame,
        new CleaningStep.Robots(
            perHour > 0 ? OptionalInt.of(perHour) : OptionalInt.empty(),
            perDay > 0 ? OptionalInt.of(perDay) : OptionalInt.empty(),
            variation > 0 ? OptionalDouble.of(variation) : OptionalDouble.empty(),
            share > 0 ? OptionalDouble.of(share) : OptionalDouble.empty()));
    return frame.users().stream().mapToObj(frame.catalogue().users()::get).toList();
  }

  @Test
  void rareKindsAndTimesOutsideGo() {
    String events =
        """
        a x view 0
        a x view 1
        a x view 2
        a x cart 3
        a x view -
        """;
    assertThat(left(events, new CleaningStep.RareKinds(0.2))).hasSize(5);
    assertThat(left(events, new CleaningStep.RareKinds(0.21))).containsExactly(0, 1, 2, 4);
    assertThat(
            left(
                events,
                new CleaningStep.TimeWindow(
                    Optional.of(Instant.ofEpochSecond(60)),
                    Optional.of(Instant.ofEpochSecond(180)))))
        .containsExactly(1, 2);
    assertThat(
            left(
                events,
                new CleaningStep.TimeWindow(
                    Optional.empty(), Optional.of(Instant.ofEpochSecond(60)))))
        .containsExactly(0);
  }

  @Test
  void numbersAreNormalisedAsByNumpy() {
    assertThat(normalised(Normalise.Method.Z_SCORE))
        .containsExactly(
            new double[] {
              -0.90426424,
              -0.57913552,
              -0.57913552,
              -0.09144245,
              2.0218942,
              -1.0668286,
              1.12779023,
              0.07112191
            },
            within(1e-8));
    assertThat(normalised(Normalise.Method.MIN_MAX))
        .containsExactly(
            new double[] {
              0.05263158, 0.15789474, 0.15789474, 0.31578947, 1, 0, 0.71052632, 0.36842105
            },
            within(1e-8));
    assertThat(normalised(Normalise.Method.LOG1P)[4]).isCloseTo(2.39789527, within(1e-8));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> run(priced(-1, 2), new Normalise(ColumnRole.PRICE, Normalise.Method.LOG1P)))
        .withMessageContaining("goes down to -1.0");
    EventFrame constant = priced(4, 4, Double.NaN);
    run(constant, new Normalise(ColumnRole.PRICE, Normalise.Method.Z_SCORE));
    assertThat(constant.numbers(ColumnRole.PRICE)).containsExactly(0, 0, Double.NaN);
  }

  private static double[] normalised(Normalise.Method method) {
    EventFrame frame = priced(NUMBERS);
    run(frame, new Normalise(ColumnRole.PRICE, method));
    return frame.numbers(ColumnRole.PRICE);
  }

  @Test
  void numbersFallIntoTheBinsOfNumpy() {
    assertThat(binned(3, Binning.Method.QUANTILES)).containsExactly(0, 1, 1, 1, 2, 0, 2, 2);
    assertThat(binned(4, Binning.Method.QUANTILES)).containsExactly(0, 1, 1, 2, 3, 0, 3, 2);
    assertThat(binned(3, Binning.Method.EQUAL_WIDTH)).containsExactly(0, 0, 0, 0, 2, 0, 2, 1);
    assertThat(binned(4, Binning.Method.EQUAL_WIDTH)).containsExactly(0, 0, 0, 1, 3, 0, 2, 1);
    EventFrame constant = priced(4, 4);
    run(constant, Binning.DEFAULT);
    assertThat(constant.numbers(ColumnRole.PRICE)).containsExactly(0, 0);
  }

  private static double[] binned(int bins, Binning.Method method) {
    EventFrame frame = priced(NUMBERS);
    run(frame, new Binning(ColumnRole.PRICE, bins, method));
    return frame.numbers(ColumnRole.PRICE);
  }

  @Test
  void categoriesBecomeCoarser() {
    String events =
        """
        a 1:food/fruit/apple view 0
        a 2:food/bread view 0
        a 3:toys view 0
        a 4:books/novels view 0
        a 5 view 0
        a 4:books/novels view 0
        """;
    EventFrame frame = Frames.of(events);
    List<StepEffect> effects = run(frame, new CleaningStep.Categories(1, "/", 2, "other"));
    assertThat(frame.categories()).containsExactly("food", "food", "other", "books", "");
    assertThat(effects.getFirst().changed()).isEqualTo(5);
    frame = Frames.of(events);
    run(frame, new CleaningStep.Categories(2, "/", 0, ""));
    assertThat(frame.categories())
        .containsExactly("food/fruit", "food/bread", "toys", "books/novels", "");
  }

  @Test
  void aSampleDependsOnTheSeedAndTheUserAlone() {
    String events =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "u%d x view %d".formatted(i % 1_000, i))
            .collect(Collectors.joining("\n"));
    CleaningStep tenth = new CleaningStep.Sampling(CleaningStep.Sampling.Of.USERS, 0.1, 7);
    int[] left = left(events, tenth);
    assertThat(left.length).isBetween(140, 260).isEven();
    assertThat(left(events, tenth)).isEqualTo(left);
    assertThat(left(events, new CleaningStep.Sampling(CleaningStep.Sampling.Of.USERS, 0.1, 8)))
        .isNotEqualTo(left);
    // a larger share holds the smaller one, and other events change nothing
    assertThat(left(events, new CleaningStep.Sampling(CleaningStep.Sampling.Of.USERS, 0.5, 7)))
        .contains(left);
    assertThat(
            left(events, new CleaningStep.Sampling(CleaningStep.Sampling.Of.EVENTS, 0.5, 1)).length)
        .isBetween(900, 1_100);
  }

  @Test
  void theOrderOfStepsMatters() {
    String events = "a x view 0 - - 5 -\na x view 0 - - 5 -\na y view 0 - - 5 -\nb y view 1\n";
    CleaningStep core = new CleaningStep.Core(3, 0);
    assertThat(left(events, core, CleaningStep.Duplicates.DEFAULT)).containsExactly(0, 2);
    assertThat(left(events, CleaningStep.Duplicates.DEFAULT, core)).isEmpty();
  }

  @Test
  void whatStepsBeginWithIsNeverWrittenTo() {
    EventFrame frame = priced(NUMBERS);
    run(frame, Binning.DEFAULT, new CleaningStep.Sessions(1), CleaningStep.Core.DEFAULT);
    EventFrame again = new EventFrame(frame.data());
    assertThat(again.numbers(ColumnRole.PRICE)).isEqualTo(NUMBERS);
    assertThat(again.texts(ColumnRole.SESSION).get(0)).isNull();
    assertThat(again.count()).isEqualTo(NUMBERS.length);
  }
}
