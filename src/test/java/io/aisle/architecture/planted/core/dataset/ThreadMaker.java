package io.aisle.architecture.planted.core.dataset;

/** A planted violation. */
final class ThreadMaker {
  private ThreadMaker() {}

  static Thread make() {
    return new Thread(() -> {});
  }
}
