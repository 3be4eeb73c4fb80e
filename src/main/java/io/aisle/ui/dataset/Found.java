package io.aisle.ui.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What was found, or why nothing was.
 *
 * @param value null when nothing was
 * @param problem in English; empty when something was
 */
record Found<T>(T value, String problem) {
  /** What work gives; a sentence of the program is no failure of the job. */
  static <T> Found<T> of(Supplier<T> work) {
    try {
      return new Found<>(work.get(), "");
    } catch (InputException | OperationException e) {
      return new Found<>(null, e.getMessage());
    }
  }

  /** Hands on what was found, or why nothing was. */
  void give(Consumer<T> then, Consumer<String> wrong) {
    if (value == null) {
      wrong.accept(problem);
    } else {
      then.accept(value);
    }
  }
}
