package io.aisle.ui.users;

import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A row of joined buttons, one of which is down. FX thread only. */
final class Segments<T> extends HBox {
  private final ObservableList<T> values;
  private final ObjectProperty<T> chosen;
  private final Function<T, String> words;
  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param id of the row; the buttons' ids are made of it and their place
   */
  Segments(
      String id, ObservableList<T> values, ObjectProperty<T> chosen, Function<T, String> words) {
    this.values = values;
    this.chosen = chosen;
    this.words = words;
    setId(id);
    getStyleClass().add("segments");
    setMinWidth(Region.USE_PREF_SIZE);
    values.addListener((ListChangeListener<T>) change -> fill());
    chosen.subscribe(this::mark);
    fill();
  }

  private void fill() {
    getChildren().clear();
    group.getToggles().clear();
    for (int at = 0; at < values.size(); at++) {
      T value = values.get(at);
      ToggleButton button = new ToggleButton(words.apply(value));
      button.setId(getId() + "-" + (at + 1));
      button.setUserData(value);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button
          .getStyleClass()
          .add(
              values.size() == 1
                  ? "single"
                  : at == 0 ? "left-pill" : at == values.size() - 1 ? "right-pill" : "center-pill");
      button.setToggleGroup(group);
      button.setOnAction(
          event -> {
            button.setSelected(true); // a segment is not let up by a second click
            chosen.set(value);
          });
      getChildren().add(button);
    }
    mark(chosen.get());
    boolean choice = values.size() > 1;
    setVisible(choice);
    setManaged(choice);
  }

  private void mark(T value) {
    group
        .getToggles()
        .forEach(toggle -> toggle.setSelected(Objects.equals(toggle.getUserData(), value)));
  }
}
