package io.aisle.architecture.planted.store;

import io.aisle.architecture.planted.ml.model.UnseededRandom;

/** A planted violation. */
final class StoreThatKnowsMl {
  private StoreThatKnowsMl() {}

  static Class<?> room() {
    return UnseededRandom.class;
  }
}
