package io.aisle.ui.dataset;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.common.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** What the pages have in common that open over a version. FX thread only. */
final class VersionPage {
  private VersionPage() {}

  /** The title names the version. */
  static void name(Label title, ObservableValue<DatasetVersion> version, Texts texts, String key) {
    title
        .textProperty()
        .bind(version.map(of -> texts.of(key, of.dataset(), of.version())).orElse(""));
  }

  /** A page that opens gives the focus to its first node. */
  static void begin(ObservableValue<Boolean> shown, Node first) {
    shown.subscribe(
        now -> {
          if (now) {
            first.requestFocus();
          }
        });
  }
}
