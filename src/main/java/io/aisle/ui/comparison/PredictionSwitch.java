package io.aisle.ui.comparison;

import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;

/** Chooses between the metric by depth and the predictions, where there are any. */
final class PredictionSwitch {
  private static final double WIDTH = 116;

  private PredictionSwitch() {}

  static ChoiceBox<Boolean> of(PredictionViewModel model, Texts texts) {
    ChoiceBox<Boolean> choice = new ChoiceBox<>();
    choice.setId("comparePredictions");
    choice.setPrefWidth(WIDTH);
    choice.getItems().setAll(false, true);
    choice.setConverter(
        new Words<>(
            predictions ->
                texts.of(predictions ? "compare.show.predictions" : "compare.show.lists")));
    choice.setTooltip(new Tooltip(texts.of("compare.show")));
    choice.setAccessibleText(texts.of("compare.show"));
    choice.setValue(model.shownProperty().get());
    model.shownProperty().subscribe(choice::setValue);
    choice
        .valueProperty()
        .subscribe(
            predictions -> {
              if (predictions != null) {
                model.shownProperty().set(predictions);
              }
            });
    Shown.when(choice, model.thereProperty());
    return choice;
  }
}
