package io.aisle.store.salvage;

/** A page is not what it should be. */
final class Damage extends Exception {
  private static final long serialVersionUID = 1L;

  Damage(String what) {
    super(what);
  }

  Damage(Throwable cause) {
    super(cause);
  }
}
