package io.aisle.architecture.planted.ui.dataset;

import javafx.application.Platform;

/** A planted violation. */
final class PlatformUser {
  private PlatformUser() {}

  static boolean here() {
    return Platform.isFxApplicationThread();
  }
}
