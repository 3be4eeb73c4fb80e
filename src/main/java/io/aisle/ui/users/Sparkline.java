package io.aisle.ui.users;

import javafx.scene.layout.Region;

/** A few small bars of a row of a list, whose nodes are used again. FX thread only. */
final class Sparkline extends Region {
  private static final double BAR = 3;
  private static final double GAP = 2;
  private static final double HEIGHT = 14;
  private static final double HIGHEST = 100;

  private byte[] heights = new byte[0];

  Sparkline() {
    getStyleClass().add("sparkline");
    setMouseTransparent(true);
  }

  /**
   * @param values 0 to 100 each; empty for none
   */
  void show(byte[] values) {
    heights = values;
    while (getChildren().size() < values.length) {
      Region bar = new Region();
      bar.getStyleClass().add("spark-bar");
      getChildren().add(bar);
    }
    for (int at = 0; at < getChildren().size(); at++) {
      getChildren().get(at).setVisible(at < values.length && values[at] > 0);
    }
    requestLayout();
  }

  @Override
  protected double computePrefWidth(double height) {
    return heights.length * (BAR + GAP);
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    double floor = Math.round((getHeight() + HEIGHT) / 2);
    for (int at = 0; at < heights.length; at++) {
      double tall = Math.max(1, Math.round(HEIGHT * heights[at] / HIGHEST));
      getChildren().get(at).resizeRelocate(at * (BAR + GAP), floor - tall, BAR, tall);
    }
  }
}
