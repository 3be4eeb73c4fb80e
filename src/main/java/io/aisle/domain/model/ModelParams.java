package io.aisle.domain.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * The hyper-parameters of one model: a record of numbers, switches and enums, each component named
 * as in experiment files, forms and {@code run.json}. Seeds, devices and threads are never
 * parameters ({@link io.aisle.domain.run.RunContext}).
 */
public sealed interface ModelParams
    permits PopularityParams, ItemKnnParams, EaseParams, AlsParams, BprParams, SasRecParams {
  ModelKind kind();

  /**
   * One sentence for each violation of a {@link Range} or of the record's own rules; empty when all
   * is well. Shown under the form's field and printed by the command line.
   */
  default List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    for (RecordComponent component : getClass().getRecordComponents()) {
      Range range = component.getAnnotation(Range.class);
      if (range == null) {
        continue;
      }
      double value = ((Number) valueOf(component)).doubleValue();
      boolean low = range.above() ? value <= range.min() : value < range.min();
      if (Double.isNaN(value) || low || value > range.max()) {
        found.add(
            new Violation(
                component.getName(), Violation.sentence(component.getName(), range, value)));
      }
    }
    return found;
  }

  /** The value of one component of this record. */
  default Object valueOf(RecordComponent component) {
    try {
      return component.getAccessor().invoke(this);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component.getName() + " cannot be read", e);
    }
  }

  /**
   * A parameter out of its range.
   *
   * @param parameter name of the component
   * @param sentence what is wrong and what is allowed
   */
  record Violation(String parameter, String sentence) {
    static String sentence(String name, Range range, double value) {
      return "%s is %s, but it must be %s %s and at most %s"
          .formatted(
              name,
              number(value),
              range.above() ? "above" : "at least",
              number(range.min()),
              number(range.max()));
    }

    private static String number(double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }
}
