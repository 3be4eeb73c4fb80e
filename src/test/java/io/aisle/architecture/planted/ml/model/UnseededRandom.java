package io.aisle.architecture.planted.ml.model;

import java.util.Random;

/** A planted violation. */
public final class UnseededRandom {
  private UnseededRandom() {}

  static Random make() {
    return new Random();
  }
}
