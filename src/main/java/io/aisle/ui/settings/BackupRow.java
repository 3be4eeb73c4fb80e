package io.aisle.ui.settings;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A backup or copy in a list, with what can be done with it. FX thread only. */
final class BackupRow extends HBox {
  /**
   * @param way what can be done with it
   */
  BackupRow(String title, String content, Path file, Node way) {
    Label name = new Label(title);
    name.getStyleClass().add("strong");
    Label holds = new Label(content);
    holds.getStyleClass().add("muted");
    Label place = new Label(file.toString());
    place.getStyleClass().addAll("muted", "data-text");
    VBox said = new VBox(name, holds, place);
    for (Label each : new Label[] {name, holds, place}) {
      each.setWrapText(true);
      each.setMinHeight(Label.USE_PREF_SIZE);
    }
    said.getStyleClass().add("setting-words");
    setHgrow(said, Priority.ALWAYS);
    getChildren().addAll(said, way);
    getStyleClass().add("setting-row");
  }
}
