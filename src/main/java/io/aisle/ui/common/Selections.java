package io.aisle.ui.common;

import java.util.Objects;
import javafx.beans.property.Property;
import javafx.scene.control.SelectionModel;

/** Keeps a control's selection and a view model's property together. FX thread only. */
public final class Selections {
  private Selections() {}

  public static <T> void bind(SelectionModel<T> selection, Property<T> property) {
    property.subscribe(
        wanted -> {
          if (wanted == null) {
            selection.clearSelection();
          } else if (!Objects.equals(selection.getSelectedItem(), wanted)) {
            selection.select(wanted);
          }
        });
    selection.selectedItemProperty().subscribe(property::setValue);
  }
}
