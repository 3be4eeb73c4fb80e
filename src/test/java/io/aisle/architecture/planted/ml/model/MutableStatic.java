package io.aisle.architecture.planted.ml.model;

/** A planted violation. */
final class MutableStatic {
  static int count;

  private MutableStatic() {}
}
