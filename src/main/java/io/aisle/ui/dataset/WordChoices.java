package io.aisle.ui.dataset;

import io.aisle.domain.data.EventKind;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the words of the kind column are taken for. FX thread only. */
final class WordChoices {
  private static final int MOST = 12;

  private final ImportViewModel model;
  private final VBox box;
  private final Texts texts;
  private List<CheckView.Word> shown = List.of();

  WordChoices(ImportViewModel model, VBox box, Texts texts) {
    this.model = model;
    this.box = box;
    this.texts = texts;
  }

  void show(CheckView check) {
    if (check == null) {
      return; // it is being made anew; the choosers stay where the user works
    }
    List<CheckView.Word> words = check.words().stream().limit(MOST).toList();
    if (!words.equals(shown)) {
      shown = words;
      box.getChildren().setAll(words.stream().map(this::row).toList());
    }
  }

  private Node row(CheckView.Word word) {
    Label text = new Label(texts.of("import.word", word.text(), word.rows()));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setWrapText(true);
    ChoiceBox<EventKind> kind = new ChoiceBox<>();
    kind.getItems().setAll(EventKind.values());
    kind.setConverter(new Words<>(each -> texts.word("kind.", each.id())));
    word.kind().ifPresent(kind::setValue);
    kind.setId("word-" + word.text());
    text.setLabelFor(kind);
    kind.setPrefWidth(130);
    kind.setMinWidth(130);
    kind.valueProperty()
        .subscribe((before, now) -> model.change(state -> state.withWord(word.text(), now)));
    HBox row = new HBox(8, text, kind);
    row.getStyleClass().add("action-row");
    if (word.kind().isEmpty()) {
      text.getStyleClass().add("field-error");
      text.setText(texts.of("import.word.unknown", word.text(), word.rows()));
    }
    return row;
  }
}
