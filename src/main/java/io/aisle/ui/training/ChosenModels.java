package io.aisle.ui.training;

import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The models that are chosen, each a chip that a press takes away. FX thread only. */
final class ChosenModels {
  private final List<ModelForm> models;
  private final FlowPane chips;
  private final Texts texts;

  private ChosenModels(List<ModelForm> models, FlowPane chips, Texts texts) {
    this.models = models;
    this.chips = chips;
    this.texts = texts;
  }

  /** Keeps the pane showing what is chosen. */
  static void keep(List<ModelForm> models, FlowPane chips, Texts texts) {
    ChosenModels shown = new ChosenModels(models, chips, texts);
    models.forEach(model -> model.chosenProperty().subscribe((before, now) -> shown.show()));
    shown.show();
  }

  private void show() {
    List<Node> now =
        models.stream()
            .filter(model -> model.chosenProperty().get())
            .<Node>map(this::chip)
            .toList();
    chips.getChildren().setAll(now.isEmpty() ? List.of(none()) : now);
  }

  private Node none() {
    Label none = new Label(texts.of("models.chosen.none"));
    none.getStyleClass().add("subtle");
    return none;
  }

  private Node chip(ModelForm model) {
    HBox content =
        new HBox(ColouredName.dot(model.colour()), new Label(model.title()), new FontIcon("fth-x"));
    content.getStyleClass().add("model-chip");
    Button chip = new Button(null, content);
    chip.setId("chosen-" + model.kind().id());
    chip.getStyleClass().add("chip");
    chip.setAccessibleText(texts.of("models.chosen.remove", model.title()));
    chip.setTooltip(new Tooltip(texts.of("models.chosen.remove", model.title())));
    chip.setOnAction(event -> model.chosenProperty().set(false));
    return chip;
  }
}
