package io.aisle.architecture.planted.ml.model;

/** A planted violation. */
final class Singleton {
  private Singleton() {}

  static Singleton getInstance() {
    return new Singleton();
  }
}
