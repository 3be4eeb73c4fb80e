package io.aisle.architecture.planted.domain;

/** A planted violation. */
final class ClassInDomain {
  private ClassInDomain() {}
}
