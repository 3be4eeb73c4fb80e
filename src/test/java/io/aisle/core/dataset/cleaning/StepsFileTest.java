package io.aisle.core.dataset.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.InputException;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsFileTest {
  private static List<CleaningStep> parse(String yaml) {
    return StepsReader.parse(yaml, Path.of("steps.yaml"));
  }

  @Test
  void everyStepIsWrittenAndReadBack() {
    List<CleaningStep> steps =
        List.of(
            new CleaningStep.Duplicates(CleaningStep.Duplicates.Same.MOMENT),
            new CleaningStep.Missing(
                ColumnRole.TIME, CleaningStep.Missing.Treatment.VALUE, "2011-12-09T12:50:00Z"),
            new CleaningStep.Missing(ColumnRole.PRICE, CleaningStep.Missing.Treatment.VALUE, "0"),
            new CleaningStep.Range(
                ColumnRole.QUANTITY, OptionalDouble.empty(), OptionalDouble.of(1e4)),
            new CleaningStep.Cancellations(true, "C"),
            new CleaningStep.Core(0, 7),
            new CleaningStep.Sessions(45),
            new CleaningStep.Robots(
                OptionalInt.of(99),
                OptionalInt.empty(),
                OptionalDouble.of(0.05),
                OptionalDouble.of(0.5)),
            new CleaningStep.RareKinds(0.01),
            new CleaningStep.TimeWindow(
                Optional.of(Instant.parse("2011-01-01T00:00:00Z")), Optional.empty()),
            new CleaningStep.Normalise(ColumnRole.PRICE, CleaningStep.Normalise.Method.Z_SCORE),
            new CleaningStep.Binning(ColumnRole.VALUE, 5, CleaningStep.Binning.Method.EQUAL_WIDTH),
            new CleaningStep.Categories(2, " > ", 10, "rest: all"),
            new CleaningStep.Sampling(CleaningStep.Sampling.Of.EVENTS, 0.25, -3));
    assertThat(parse(StepsWriter.write(steps))).isEqualTo(steps);
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    assertThat(
            parse(
                """
                steps:
                  - duplicates:
                  - core: {}
                  - robots:
                  - missing: {column: price, value: 3}
                  - categories: {keep: 5}
                  - time-window: {from: 2011-01-01, to: 2011-02-01 12:30:00}
                """))
        .containsExactly(
            CleaningStep.Duplicates.DEFAULT,
            CleaningStep.Core.DEFAULT,
            CleaningStep.Robots.DEFAULT,
            new CleaningStep.Missing(ColumnRole.PRICE, CleaningStep.Missing.Treatment.VALUE, "3"),
            new CleaningStep.Categories(0, "/", 5, "other"),
            new CleaningStep.TimeWindow(
                Optional.of(Instant.parse("2011-01-01T00:00:00Z")),
                Optional.of(Instant.parse("2011-02-01T12:30:00Z"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "step: []|the key \"step\" is not known (the nearest is \"steps\")",
        "{}|\"steps\" is missing: add it.",
        "steps: [{duplicate: {}}]|\"steps[0].duplicate\" is not known (the nearest is"
            + " \"duplicates\")",
        "steps: [{core: {user: 3}}]|\"steps[0].core.user\" is not known (the nearest is \"users\")",
        "steps: [{core: {}, range: {}}]|\"steps\" must be a list with one step in each entry",
        "steps: [{range: {column: user, min: 1}}]|cannot work on the column user: name one of"
            + " value",
        "steps: [{range: {column: price}}]|The step range has no bound: give min or max.",
        "steps: [{range: {min: 5, max: 1}}]|has min 5.0 above max 1.0: exchange them.",
        "steps: [{sampling: {share: 1.5}}]|The step sampling has share 1.5: give a number above 0",
        "steps: [{time-window: {from: yesterday}}]|\"steps[0].time-window.from\" must be a day",
        "steps: [{missing: {column: price, value: cheap}}]|cannot fill the column price with",
        "steps: [{missing: {column: session, treatment: median}}]|cannot work on the column"
            + " session",
        "steps: [{binning: {bins: 1}}]|The step binning has bins 1: give 2 to 1,000.",
        "steps: [{sessions: {gapMinutes: 0}}]|The step sessions has gapMinutes 0",
        "steps: [{robots: {perDay: 1}}]|The step robots has perDay 1: give at least 2.",
        "steps: [{duplicates: {same: rows}}]|must be one of row, moment, pair, not 'rows'",
        "steps: [{categories: {level: 0}}]|The step categories keeps everything"
      })
  void whatIsWrongIsSaid(String yaml, String sentence) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse(yaml))
        .withMessageContaining(sentence);
  }
}
