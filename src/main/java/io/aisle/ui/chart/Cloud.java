package io.aisle.ui.chart;

import java.util.List;

/**
 * Points of a plane whose axes mean nothing, only what is near to what.
 *
 * @param x {@code [points]}
 * @param y {@code [points]}
 * @param name of each
 */
public record Cloud(double[] x, double[] y, List<String> name, Colours colours) {
  public static final Cloud EMPTY =
      new Cloud(new double[0], new double[0], List.of(), new Shades("", "", "", new double[0]));

  public int size() {
    return x.length;
  }

  /** What the colours of the points say. */
  public sealed interface Colours {}

  /**
   * Groups that can be hidden.
   *
   * @param name of each group
   * @param colour number of the series colour of each
   * @param group {@code [points]} to which group each belongs
   */
  public record Groups(List<String> name, int[] colour, int[] group) implements Colours {}

  /**
   * A figure, from pale to strong.
   *
   * @param title what it is
   * @param low words of the least
   * @param high words of the greatest
   * @param share {@code [points]} 0 to 1; NaN where unknown
   */
  public record Shades(String title, String low, String high, double[] share) implements Colours {}
}
