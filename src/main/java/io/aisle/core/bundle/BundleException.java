package io.aisle.core.bundle;

/** Something is wrong with a bundle. The message goes on after the name of its file. */
final class BundleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BundleException(String what) {
    super(what);
  }

  BundleException(String what, Throwable cause) {
    super(what, cause);
  }
}
