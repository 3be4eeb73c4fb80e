package io.aisle.architecture.planted.core.dataset;

/** A planted violation. */
final class Printer {
  private Printer() {}

  static void print() {
    IO.println("planted");
  }
}
