package io.aisle.ui.chart;

/**
 * The part of a chart that is shown, as shares of the whole: x from the left, y from the bottom.
 * Confined to the FX thread.
 */
final class Zoom {
  /** In which directions a chart can be enlarged. */
  enum Reach {
    NONE,
    ACROSS,
    BOTH
  }

  /** Parts smaller than this cannot be shown. */
  private static final double SMALLEST = 1e-5;

  private final Reach reach;
  private double left;
  private double right = 1;
  private double bottom;
  private double top = 1;

  Zoom(Reach reach) {
    this.reach = reach;
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double bottom() {
    return bottom;
  }

  double top() {
    return top;
  }

  Reach reach() {
    return reach;
  }

  boolean zoomed() {
    return left > 0 || right < 1 || bottom > 0 || top < 1;
  }

  /**
   * Enlarges (factor above 1) or shrinks around a point of the visible part.
   *
   * @param x share of the visible part from its left
   * @param y share of the visible part from its bottom
   * @return whether anything changed
   */
  boolean by(double factor, double x, double y) {
    boolean changed = false;
    if (reach != Reach.NONE) {
      double width = Math.clamp((right - left) / factor, SMALLEST, 1);
      changed = across(left + (right - left - width) * x, width);
    }
    if (reach == Reach.BOTH) {
      double height = Math.clamp((top - bottom) / factor, SMALLEST, 1);
      changed |= up(bottom + (top - bottom - height) * y, height);
    }
    return changed;
  }

  /** Shows another part of the same size; {@code x} and {@code y} are shares of that size. */
  boolean pan(double x, double y) {
    double width = right - left;
    double height = top - bottom;
    boolean changed = reach != Reach.NONE && across(left + x * width, width);
    if (reach == Reach.BOTH) {
      changed |= up(bottom + y * height, height);
    }
    return changed;
  }

  /** Moves the part, if it must, so that a place of the whole is in it. */
  boolean reveal(double x, double y) {
    double dx = x < left ? x - left : x > right ? x - right : 0;
    double dy = y < bottom ? y - bottom : y > top ? y - top : 0;
    return (dx != 0 || dy != 0) && pan(dx / (right - left), dy / (top - bottom));
  }

  boolean reset() {
    boolean changed = zoomed();
    left = 0;
    bottom = 0;
    right = 1;
    top = 1;
    return changed;
  }

  private boolean across(double from, double width) {
    double next = Math.clamp(from, 0, 1 - width);
    boolean changed = next != left || next + width != right;
    left = next;
    right = width == 1 ? 1 : next + width;
    return changed;
  }

  private boolean up(double from, double height) {
    double next = Math.clamp(from, 0, 1 - height);
    boolean changed = next != bottom || next + height != top;
    bottom = next;
    top = height == 1 ? 1 : next + height;
    return changed;
  }
}
