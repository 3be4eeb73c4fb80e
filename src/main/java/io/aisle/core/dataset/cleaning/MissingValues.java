package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.InputException;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.CleaningStep.Missing.Treatment;
import io.aisle.domain.data.ColumnRole;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Drops events without a value, or fills it in. */
final class MissingValues {
  private final EventFrame frame;
  private final CleaningStep.Missing step;

  private MissingValues(EventFrame frame, CleaningStep.Missing step) {
    this.frame = frame;
    this.step = step;
  }

  /** How many events got a value. */
  static long treat(EventFrame frame, CleaningStep.Missing step) {
    return new MissingValues(frame, step).treat();
  }

  private long treat() {
    IntPredicate missing = missing();
    if (step.treatment() == Treatment.DROP) {
      frame.keep(missing.negate());
      return 0;
    }
    long filled = Arrays.stream(frame.rows()).filter(missing).count();
    if (filled > 0) {
      fill();
    }
    return filled;
  }

  private IntPredicate missing() {
    ColumnRole column = step.column();
    return switch (column) {
      case TIME -> {
        long[] millis = frame.millis();
        yield event -> millis[event] == EventTable.NO_TIME;
      }
      case TITLE -> missing(frame.titles());
      case CATEGORY -> missing(frame.categories());
      case SESSION, QUERY -> {
        int[] codes = frame.texts(column).codes();
        yield event -> codes[event] < 0;
      }
      default -> {
        double[] values = frame.numbers(column);
        yield event -> Double.isNaN(values[event]);
      }
    };
  }

  private IntPredicate missing(List<String> ofItems) {
    return event -> ofItems.get(frame.item()[event]).isEmpty();
  }

  private void fill() {
    ColumnRole column = step.column();
    switch (column) {
      case TIME -> fillTimes(Instant.parse(step.value()).toEpochMilli());
      case TITLE -> frame.replaceTitles(filled(frame.titles()));
      case CATEGORY -> frame.replaceCategories(filled(frame.categories()));
      case SESSION, QUERY -> frame.replace(column, frame.texts(column).filled(step.value()));
      default -> fillNumbers(column);
    }
  }

  private void fillTimes(long with) {
    long[] millis = frame.millis().clone();
    for (int i = 0; i < millis.length; i++) {
      millis[i] = millis[i] == EventTable.NO_TIME ? with : millis[i];
    }
    frame.replaceMillis(millis);
  }

  private List<String> filled(List<String> ofItems) {
    return ofItems.stream().map(text -> text.isEmpty() ? step.value() : text).toList();
  }

  private void fillNumbers(ColumnRole column) {
    double with =
        step.treatment() == Treatment.MEDIAN ? median(column) : Double.parseDouble(step.value());
    double[] values = frame.numbers(column).clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.isNaN(values[i]) ? with : values[i];
    }
    frame.replace(column, values);
  }

  private double median(ColumnRole column) {
    double[] there = NumberSteps.values(frame, column);
    if (there.length == 0) {
      throw new InputException(
          "The step missing has no value in the column %s to take the median of: fill in a value, or drop the events."
              .formatted(column.id()));
    }
    Arrays.sort(there);
    return there[(there.length - 1) / 2];
  }
}
