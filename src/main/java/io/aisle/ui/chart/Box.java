package io.aisle.ui.chart;

/** A rectangle in CSS pixels. */
record Box(double x, double y, double width, double height) {
  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  boolean holds(double px, double py) {
    return px >= x && px <= right() && py >= y && py <= bottom();
  }
}
