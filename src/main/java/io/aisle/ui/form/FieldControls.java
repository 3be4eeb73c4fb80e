package io.aisle.ui.form;

import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;

/** What a field is filled in with, bound to it. */
final class FieldControls {
  private FieldControls() {}

  static Control of(FormField field, Texts texts) {
    return switch (field.kind()) {
      case NUMBER, TEXT -> text(field);
      case SWITCH -> toggle(field, texts);
      case CHOICE -> choice(field);
      case SET -> several(field);
    };
  }

  private static Control text(FormField field) {
    TextField text = new TextField();
    text.textProperty().bindBidirectional(field.textProperty());
    text.promptTextProperty()
        .bind(Bindings.createStringBinding(field::startWord, field.startProperty()));
    return text;
  }

  private static Control toggle(FormField field, Texts texts) {
    CheckBox box = new CheckBox();
    box.selectedProperty()
        .subscribe((before, on) -> field.textProperty().set(Boolean.toString(on)));
    field.textProperty().subscribe(text -> box.setSelected(Boolean.parseBoolean(text)));
    box.selectedProperty().subscribe(on -> box.setText(texts.of(on ? "form.on" : "form.off")));
    return box;
  }

  private static Control choice(FormField field) {
    ChoiceBox<String> box = new ChoiceBox<>();
    box.getItems().setAll(field.choices());
    box.setConverter(new Words<>(field::word));
    box.valueProperty().bindBidirectional(field.textProperty());
    return box;
  }

  private static Control several(FormField field) {
    MenuButton button = new MenuButton();
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                field::valueWord, field.textProperty(), field.offeredProperty()));
    field.offeredProperty().subscribe(() -> offer(button, field));
    field.textProperty().subscribe(() -> offer(button, field));
    return button;
  }

  private static void offer(MenuButton button, FormField field) {
    Set<String> chosen =
        new LinkedHashSet<>(Arrays.asList(field.textProperty().get().split(",", -1)));
    chosen.remove("");
    button
        .getItems()
        .setAll(
            field.choices().stream()
                .map(
                    each -> {
                      CheckMenuItem item = new CheckMenuItem(field.word(each));
                      item.setSelected(chosen.contains(each));
                      item.setOnAction(
                          event -> {
                            if (!chosen.remove(each)) {
                              chosen.add(each);
                            }
                            field.textProperty().set(String.join(",", chosen));
                          });
                      return item;
                    })
                .toList());
  }
}
