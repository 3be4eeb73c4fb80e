package io.aisle.ui.dataset;

import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The columns that look personal, each with what is to be stored of it. FX thread only. */
final class PersonalChoices {
  private final ImportViewModel model;
  private final VBox box;
  private final Texts texts;
  private final Map<String, ChoiceBox<Treatment>> choices = new HashMap<>();
  private List<PersonalColumn> shown = List.of();
  private boolean following;

  PersonalChoices(ImportViewModel model, VBox box, Texts texts) {
    this.model = model;
    this.box = box;
    this.texts = texts;
    show((FileView) null);
  }

  void show(FileView look) {
    List<PersonalColumn> found = look == null ? List.of() : look.personal();
    if (!found.equals(shown) || found.isEmpty()) {
      shown = found;
      choices.clear();
      box.getChildren().clear();
      if (!found.isEmpty()) {
        box.getChildren().add(text(texts.of("import.personal", found.size()), "field-warning"));
        found.forEach(each -> box.getChildren().add(row(each)));
        box.getChildren().add(text(texts.of("import.personal.text"), "subtle"));
      }
    }
    box.setVisible(!found.isEmpty());
    box.setManaged(!found.isEmpty());
  }

  void show(ImportState state) {
    following = true;
    choices.forEach(
        (column, choice) -> choice.setValue(state.privacy().getOrDefault(column, Treatment.KEEP)));
    following = false;
  }

  private static Label text(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  private Node row(PersonalColumn column) {
    Label name =
        text(texts.of("import.personal.column", column.column(), kind(column)), "personal-column");
    name.setTooltip(
        new Tooltip(
            texts.of(
                "import.personal.why",
                texts.sentence(column.reason()),
                String.join(", ", column.examples()))));
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    ChoiceBox<Treatment> choice = new ChoiceBox<>();
    choice.getItems().setAll(Treatment.values());
    choice.setConverter(new Words<>(each -> texts.word("import.treatment.", each.id())));
    choice.setValue(Treatment.KEEP);
    choice.setId("personal-" + column.column());
    choice.setAccessibleText(texts.of("import.personal.of", column.column()));
    choice.setPrefWidth(150);
    choice.setMinWidth(150);
    choice
        .valueProperty()
        .subscribe(
            (before, now) -> {
              if (!following) {
                model.change(state -> state.withTreatment(column.column(), now));
              }
            });
    choices.put(column.column(), choice);
    HBox row = new HBox(8, name, choice);
    row.getStyleClass().add("action-row");
    return row;
  }

  private String kind(PersonalColumn column) {
    return texts.word("import.personal.kind.", column.kind().id());
  }
}
