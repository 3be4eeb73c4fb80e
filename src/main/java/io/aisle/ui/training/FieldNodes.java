package io.aisle.ui.training;

import io.aisle.ui.common.Words;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Makes the nodes of a field: label, control, and the sentence that says what is wrong. */
final class FieldNodes {
  private FieldNodes() {}

  /**
   * @param owner goes before the field's name in the control's id
   */
  static Node make(String owner, FormField field) {
    Control control =
        switch (field.kind()) {
          case NUMBER -> number(field);
          case SWITCH -> toggle(field);
          case CHOICE -> choice(field);
        };
    control.setId(owner + "-" + field.name());
    control.setMaxWidth(Double.MAX_VALUE);
    if (!field.help().isEmpty()) {
      control.setTooltip(new Tooltip(field.help()));
      control.setAccessibleHelp(field.help());
    }
    Label label = new Label(field.label());
    label.setLabelFor(control);
    Label error = new Label();
    error.getStyleClass().add("field-error");
    error.setWrapText(true);
    error.textProperty().bind(field.errorProperty());
    error.visibleProperty().bind(field.errorProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    VBox box = new VBox(label, control, error);
    box.getStyleClass().addAll("field", "parameter");
    return box;
  }

  private static Control number(FormField field) {
    TextField text = new TextField();
    text.textProperty().bindBidirectional(field.textProperty());
    return text;
  }

  private static Control toggle(FormField field) {
    CheckBox box = new CheckBox();
    box.setSelected(Boolean.parseBoolean(field.textProperty().get()));
    box.selectedProperty().subscribe(on -> field.textProperty().set(Boolean.toString(on)));
    box.setAccessibleText(field.label());
    return box;
  }

  private static Control choice(FormField field) {
    ChoiceBox<String> box = new ChoiceBox<>();
    box.getItems().setAll(field.choices());
    box.setConverter(new Words<>(field::word));
    box.valueProperty().bindBidirectional(field.textProperty());
    return box;
  }
}
