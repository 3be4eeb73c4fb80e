package io.aisle.ui.chart;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * What of a heat map does not depend on its size or on the part that is shown: the colours of its
 * cells and how wide its names are. FX thread only.
 */
final class HeatShades {
  private static final int SHADES = 48;

  private final HeatMap.Matrix matrix;
  private final Look look;
  private final Color[] shades = new Color[SHADES + 1];
  private final double highest;
  private final double widestRow;
  private final double widestColumn;
  private final Tiles tiles;

  HeatShades(HeatMap.Matrix matrix, Look look) {
    this.matrix = matrix;
    this.look = look;
    Color low = look.surface().interpolate(look.accent(), 0.05);
    for (int i = 0; i <= SHADES; i++) {
      shades[i] = low.interpolate(look.accent(), (double) i / SHADES);
    }
    highest = Math.max(matrix.highest(), 1e-12);
    widestRow = widest(matrix.rows());
    widestColumn = widest(matrix.columns());
    tiles = painted();
  }

  /** Whether this is of a matrix as it looks now. */
  boolean fits(HeatMap.Matrix wanted, Look now) {
    return matrix.equals(wanted) && look.equals(now);
  }

  HeatMap.Matrix matrix() {
    return matrix;
  }

  Look look() {
    return look;
  }

  /** Width of the longest name of a row, CSS pixels. */
  double widestRow() {
    return widestRow;
  }

  /** Width of the longest name of a column, CSS pixels. */
  double widestColumn() {
    return widestColumn;
  }

  Tiles tiles() {
    return tiles;
  }

  /** A value as a share of the largest. */
  double share(double value) {
    return value / highest;
  }

  /** Small values are told apart better by their square root. */
  Color shade(double share) {
    return shades[(int) Math.round(SHADES * Math.sqrt(Math.clamp(share, 0, 1)))];
  }

  private Tiles painted() {
    int rows = matrix.rows().size();
    int columns = matrix.columns().size();
    int[] argb = new int[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = matrix.at(row, column);
        argb[row * columns + column] = Double.isNaN(value) ? 0 : argb(shade(share(value)));
      }
    }
    return new Tiles(rows, columns, argb);
  }

  private static int argb(Color colour) {
    return 0xff000000
        | (int) Math.round(colour.getRed() * 255) << 16
        | (int) Math.round(colour.getGreen() * 255) << 8
        | (int) Math.round(colour.getBlue() * 255);
  }

  private double widest(List<String> names) {
    return names.stream().mapToDouble(name -> look.fonts().width(name, Type.LABEL)).max().orElse(0);
  }
}
