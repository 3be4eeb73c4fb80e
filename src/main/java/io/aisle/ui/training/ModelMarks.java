package io.aisle.ui.training;

import io.aisle.domain.model.ModelTrait;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Traits of models as small marks, and the key to them. */
final class ModelMarks {
  private final ModelShelf shelf;

  ModelMarks(ModelShelf shelf) {
    this.shelf = shelf;
  }

  /** Every mark has a place of its own, so that the marks of all rows stand one below another. */
  Node of(ModelForm model) {
    HBox marks = new HBox();
    marks.getStyleClass().add("model-marks");
    for (ModelTrait trait : ModelShelf.MARKED) {
      Label mark = new Label();
      mark.getStyleClass().add("model-mark");
      if (model.kind().has(trait)) {
        mark.setGraphic(icon(trait));
        mark.setAccessibleText(shelf.word(trait));
        mark.setTooltip(new Tooltip(shelf.meaning(trait)));
      }
      marks.getChildren().add(mark);
    }
    return marks;
  }

  Node key() {
    FlowPane key = new FlowPane();
    key.getStyleClass().add("model-key");
    for (ModelTrait trait : ModelShelf.MARKED) {
      Label entry = new Label(shelf.word(trait), icon(trait));
      entry.getStyleClass().addAll("subtle", "model-mark-word");
      entry.setTooltip(new Tooltip(shelf.meaning(trait)));
      key.getChildren().add(entry);
    }
    return key;
  }

  private static FontIcon icon(ModelTrait trait) {
    return new FontIcon(
        switch (trait) {
          case ORDERED -> "fth-clock";
          case FEATURES -> "fth-tag";
          case ATTENTION -> "fth-eye";
          case PREDICTS -> "fth-percent";
          case TORCH -> "fth-cpu";
          case ITERATIVE -> "fth-repeat";
          case NEURAL -> "fth-share-2";
          case ITEM_VECTORS -> "fth-map";
          case ITEM_WEIGHTS -> "fth-link";
        });
  }
}
