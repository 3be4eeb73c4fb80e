package io.aisle.ui.comparison;

import javafx.scene.layout.Region;

/** Three shares of one bar: better, same, worse. FX thread only. */
final class WinsBar extends Region {
  private static final double HEIGHT = 10;

  private final double[] shares;
  private final Region[] parts = new Region[3];

  /** The shares add up to 1, or are all 0. */
  WinsBar(double better, double same, double worse) {
    shares = new double[] {better, same, worse};
    String[] styles = {"better", "same", "worse"};
    for (int part = 0; part < parts.length; part++) {
      parts[part] = new Region();
      parts[part].getStyleClass().addAll("wins-part", styles[part]);
      getChildren().add(parts[part]);
    }
    setMinSize(40, HEIGHT);
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    double y = Math.floor((getHeight() - HEIGHT) / 2);
    for (int part = 0; part < parts.length; part++) {
      double width = getWidth() * shares[part];
      parts[part].resizeRelocate(x, y, Math.max(0, width - 1), HEIGHT);
      x += width;
    }
  }
}
