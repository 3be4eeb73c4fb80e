package io.aisle.ui.dataset;

import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The columns that look personal, each with what is to be stored of it. FX thread only. */
final class PersonalChoices {
  private final VBox box;
  private final String prefix;
  private final Texts texts;
  private final BiConsumer<String, Treatment> choose;
  private final Map<String, ChoiceBox<Treatment>> choices = new HashMap<>();
  private List<PersonalColumn> shown = List.of();
  private boolean following;

  /**
   * @param prefix of the ids of the choosers
   * @param choose receives a column and what is to be done with it
   */
  PersonalChoices(VBox box, String prefix, Texts texts, BiConsumer<String, Treatment> choose) {
    this.box = box;
    this.prefix = prefix;
    this.texts = texts;
    this.choose = choose;
    show(List.of());
  }

  /** Columns of one name in several files are treated alike, and stand in one row. */
  void show(List<PersonalColumn> found) {
    if (!found.equals(shown) || found.isEmpty()) {
      shown = found;
      choices.clear();
      box.getChildren().clear();
      Map<String, List<PersonalColumn>> byName =
          found.stream()
              .collect(
                  Collectors.groupingBy(
                      PersonalColumn::column, LinkedHashMap::new, Collectors.toList()));
      if (!found.isEmpty()) {
        box.getChildren().add(text(texts.of("import.personal", byName.size()), "field-warning"));
        byName.values().forEach(each -> box.getChildren().add(row(each)));
        box.getChildren().add(text(texts.of("import.personal.text"), "subtle"));
      }
    }
    box.setVisible(!found.isEmpty());
    box.setManaged(!found.isEmpty());
  }

  void show(Map<String, Treatment> privacy) {
    following = true;
    choices.forEach(
        (column, choice) -> choice.setValue(privacy.getOrDefault(column, Treatment.KEEP)));
    following = false;
  }

  private static Label text(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  private Node row(List<PersonalColumn> alike) {
    PersonalColumn column = alike.getFirst();
    String files =
        alike.stream()
            .map(PersonalColumn::file)
            .distinct()
            .collect(Collectors.joining(texts.of("list.comma")));
    Label name =
        text(
            texts.of("import.personal.column", column.column(), kind(column), files),
            "personal-column");
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
    choice.setId(prefix + column.column());
    choice.setAccessibleText(texts.of("import.personal.of", column.column()));
    choice.setPrefWidth(150);
    choice.setMinWidth(150);
    choice
        .valueProperty()
        .subscribe(
            (before, now) -> {
              if (!following) {
                choose.accept(column.column(), now);
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
