package io.aisle.ui.dataset;

import javafx.scene.control.Label;

/** Sentences under fields. FX thread only. */
final class FieldErrors {
  private FieldErrors() {}

  /** Shows a sentence, or takes no room when there is none. */
  static void show(Label label, String sentence) {
    boolean some = sentence != null && !sentence.isEmpty();
    label.setText(some ? sentence : "");
    label.setVisible(some);
    label.setManaged(some);
  }
}
