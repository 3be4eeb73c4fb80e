package io.aisle.architecture.planted.core.dataset;

/** A planted violation. */
final class GenericThrower {
  private GenericThrower() {}

  static RuntimeException make() {
    throw new RuntimeException("planted");
  }
}
