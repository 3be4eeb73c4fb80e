package io.aisle.ui.start;

import java.util.Locale;

/** The steps of a first minute, in their order. */
enum Step {
  IMPORT,
  QUALITY,
  TRAIN,
  COMPARE,
  USER;

  /** Name in the texts and of nodes. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
