package io.aisle.core.dataset.cleaning;

import io.aisle.domain.InputException;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The steps that replace the numbers of a column; absent ones stay absent. */
final class NumberSteps {
  private NumberSteps() {}

  /** The numbers of the events that are kept, without those that are absent. */
  static double[] values(EventFrame frame, ColumnRole column) {
    double[] all = frame.numbers(column);
    return Arrays.stream(frame.rows())
        .mapToDouble(event -> all[event])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  /** How many numbers were replaced. */
  static long normalise(EventFrame frame, CleaningStep.Normalise step) {
    double[] values = values(frame, step.column());
    if (values.length == 0) {
      return 0;
    }
    replace(
        frame,
        step.column(),
        switch (step.method()) {
          case MIN_MAX -> {
            double min = Arrays.stream(values).min().orElseThrow();
            double range = Arrays.stream(values).max().orElseThrow() - min;
            yield value -> range == 0 ? 0 : (value - min) / range;
          }
          case Z_SCORE -> {
            double mean = Arrays.stream(values).sum() / values.length;
            double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
            double deviation = Math.sqrt(squares / values.length);
            yield value -> deviation == 0 ? 0 : (value - mean) / deviation;
          }
          case LOG1P -> {
            checkAboveMinusOne(step.column(), values);
            yield Math::log1p;
          }
        });
    return values.length;
  }

  private static void checkAboveMinusOne(ColumnRole column, double[] values) {
    double min = Arrays.stream(values).min().orElseThrow();
    if (min <= -1) {
      throw new InputException(
          "The step normalise cannot take the logarithm of the column %s, which goes down to %s: put a range with min 0 before it."
              .formatted(column.id(), min));
    }
  }

  /** How many numbers were replaced. */
  static long binning(EventFrame frame, CleaningStep.Binning step) {
    double[] values = values(frame, step.column());
    if (values.length == 0) {
      return 0;
    }
    Arrays.sort(values);
    double[] edges = NumberBins.edges(values, step.bins(), step.method());
    replace(frame, step.column(), value -> NumberBins.bin(edges, value));
    return values.length;
  }

  private static void replace(EventFrame frame, ColumnRole column, DoubleUnaryOperator change) {
    double[] values = frame.numbers(column).clone();
    for (int event : frame.rows()) {
      if (!Double.isNaN(values[event])) {
        values[event] = change.applyAsDouble(values[event]);
      }
    }
    frame.replace(column, values);
  }
}
