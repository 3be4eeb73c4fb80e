package io.aisle.ui.common;

import io.aisle.core.comparison.Palette;
import io.aisle.domain.model.ModelKind;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A name behind a dot in the colour of its series. */
public final class ColouredName {
  private ColouredName() {}

  public static Node of(String name, ModelKind model) {
    return of(name, Palette.of(model));
  }

  /**
   * @param colour number of the series colour, from 0; they repeat
   */
  public static Node of(String name, int colour) {
    Label label = new Label(name);
    label.getStyleClass().add("strong");
    HBox box = new HBox(8, dot(colour), label);
    box.getStyleClass().add("name-cell");
    return box;
  }

  /** The dot alone. */
  public static Node dot(int colour) {
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", "series-" + (Math.floorMod(colour, Palette.SIZE) + 1));
    return dot;
  }
}
