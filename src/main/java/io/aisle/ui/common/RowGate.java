package io.aisle.ui.common;

/** Lets rows leave the program, at once or after a question. FX thread only. */
@FunctionalInterface
public interface RowGate {
  /** Of what is no row of a data set: figures, names, what stands in a file of the analyst's. */
  RowGate FREE = Runnable::run;

  /** Goes on when the rows may leave. */
  void whenAllowed(Runnable then);
}
