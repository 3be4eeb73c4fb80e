package io.aisle.ui.training;

import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a run was and what must be known of it, as a table and notes under it. */
record FactsPage(GridPane facts, VBox notes, Texts texts) {
  void show(RunViewModel model) {
    facts.getChildren().clear();
    int line = 0;
    for (Fact fact : model.facts()) {
      Label label = new Label(fact.label());
      label.getStyleClass().add("fact-label");
      label.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(fact.value());
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      GridPane.setHgrow(value, Priority.ALWAYS);
      facts.addRow(line++, label, value);
    }
    notes.getChildren().clear();
    model.alarms().forEach(each -> note(each, Badge.Tone.BAD, "run.alarm"));
    model.notes().forEach(each -> note(each, Badge.Tone.NEUTRAL, "run.note"));
    if (model.runProperty().get().judged() && model.alarms().isEmpty()) {
      note(texts.of("run.leaks.none"), Badge.Tone.GOOD, "run.checked");
    }
  }

  private void note(String words, Badge.Tone tone, String key) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox row = new HBox(new Badge(texts.of(key), tone), label);
    row.getStyleClass().add("run-note");
    notes.getChildren().add(row);
  }
}
