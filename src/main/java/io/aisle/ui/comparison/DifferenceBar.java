package io.aisle.ui.comparison;

import javafx.scene.layout.Region;

/**
 * A bar to the left of a line for what is worse, to the right for what is better. FX thread only.
 */
final class DifferenceBar extends Region {
  private static final double HEIGHT = 10;

  private final double share;
  private final Region bar = new Region();
  private final Region zero = new Region();

  /**
   * @param gain from -1, the bar fills the left half, to 1
   */
  DifferenceBar(double gain) {
    share = Math.clamp(gain, -1, 1);
    bar.getStyleClass().add("difference-bar");
    if (gain < 0) {
      bar.getStyleClass().add("worse");
    }
    zero.getStyleClass().add("difference-zero");
    getChildren().setAll(bar, zero);
    setMinSize(60, HEIGHT);
  }

  @Override
  protected void layoutChildren() {
    double middle = Math.floor(getWidth() / 2);
    double width = Math.abs(share) * middle;
    double y = Math.floor((getHeight() - HEIGHT) / 2);
    bar.resizeRelocate(share < 0 ? middle - width : middle, y, width, HEIGHT);
    zero.resizeRelocate(middle, y - 3, 1, HEIGHT + 6);
  }
}
