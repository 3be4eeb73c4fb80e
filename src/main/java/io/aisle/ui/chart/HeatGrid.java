package io.aisle.ui.chart;

import java.util.List;
import javafx.scene.paint.Color;

/** Where the cells of a heat map lie, and how they, their names and their scale are drawn. */
final class HeatGrid {
  /** Height of the names of the columns and of the scale bar. */
  static final double FOOT = 40;

  private static final double LABELS = 210;
  private static final double SHARE = 0.36;
  private static final double WIDEST_CELL = 44;
  private static final double TALLEST_CELL = 26;

  /** Columns up to which the cells may be wide enough for the names under them. */
  private static final int FEW_COLUMNS = 12;

  private static final double WIDEST_OF_FEW = 96;
  private static final double ROOM_OF_A_VALUE = 34;

  /** The shade from which on light writing is read better than dark. */
  private static final double DEEP = 0.45;

  private static final double BAR = 120;
  private static final int SHADES = 48;
  private static final double NAME = 110;

  private final HeatMap.Matrix matrix;
  private final Zoom zoom;
  private final Look look;
  private final ChartWords words;
  private final Box box;
  private final Color[] shades = new Color[SHADES + 1];

  HeatGrid(
      HeatMap.Matrix matrix, Zoom zoom, Look look, ChartWords words, double width, double height) {
    this.matrix = matrix;
    this.zoom = zoom;
    this.look = look;
    this.words = words;
    double widest =
        matrix.rows().stream()
            .mapToDouble(row -> look.fonts().width(row, Type.LABEL))
            .max()
            .orElse(0);
    double left = Math.ceil(Math.min(widest + 12, Math.min(LABELS, width * SHARE)));
    double right = Math.max(20, width - left - 2);
    double down = Math.max(10, height - FOOT);
    double wide = Math.min(right, widestCell(matrix.columns().size()) * matrix.columns().size());
    double tall = Math.min(down, TALLEST_CELL * matrix.rows().size());
    box = new Box(left, 0, wide, tall);
    Color low = look.surface().interpolate(look.accent(), 0.05);
    for (int i = 0; i <= SHADES; i++) {
      shades[i] = low.interpolate(look.accent(), (double) i / SHADES);
    }
  }

  private static double widestCell(int columns) {
    return columns <= FEW_COLUMNS ? WIDEST_OF_FEW : WIDEST_CELL;
  }

  /** Writes the values into their cells, where these are large enough. */
  void drawValues(Pen pen) {
    Box first = cell(0, 0);
    if (first.width() < ROOM_OF_A_VALUE || first.height() < ROOM_OF_A_VALUE / 2) {
      return;
    }
    double highest = Math.max(matrix.highest(), 1e-12);
    pen.clipped(
        box.x(),
        box.y(),
        box.width(),
        box.height(),
        () -> {
          for (int row = 0; row < matrix.rows().size(); row++) {
            for (int column = 0; column < matrix.columns().size(); column++) {
              double value = matrix.at(row, column);
              if (!Double.isNaN(value)) {
                Box at = cell(row, column);
                Color ink = value / highest > DEEP ? look.surface() : look.ink();
                pen.text(
                    words.value(Math.rint(value * 100) / 100),
                    at.x() + at.width() / 2,
                    at.y() + at.height() / 2,
                    Pen.Align.CENTER,
                    Type.LABEL,
                    ink);
              }
            }
          }
        });
  }

  Box box() {
    return box;
  }

  Box cell(int row, int column) {
    double x = x(column);
    double y = y(row);
    return new Box(x, y, x(column + 1) - x, y(row + 1) - y);
  }

  /** The cell at a place; null when there is none. */
  HeatMap.Cell cellAt(double px, double py) {
    if (!box.holds(px, py)) {
      return null;
    }
    double across = zoom.left() + (px - box.x()) / box.width() * (zoom.right() - zoom.left());
    double up = zoom.bottom() + (box.bottom() - py) / box.height() * (zoom.top() - zoom.bottom());
    int column = (int) Math.floor(across * matrix.columns().size());
    int row = (int) Math.floor((1 - up) * matrix.rows().size());
    boolean inside =
        row >= 0 && column >= 0 && row < matrix.rows().size() && column < matrix.columns().size();
    return inside ? new HeatMap.Cell(row, column) : null;
  }

  void draw(Pen pen) {
    pen.clipped(box.x(), box.y(), box.width(), box.height(), () -> drawCells(pen));
    drawRowNames(pen);
    drawColumnNames(pen);
    drawScale(pen);
  }

  /** The name of a row, to stand out from the others. */
  void name(Pen pen, int row) {
    Box first = cell(row, 0);
    double middle = first.y() + first.height() / 2;
    if (middle > 0 && middle < box.bottom()) {
      double top = Math.clamp(middle - 8, 0, Math.max(0, box.bottom() - 16));
      pen.rectangle(0, top, box.x() - 2, 16, look.surface());
      String name = look.fonts().fit(matrix.rows().get(row), box.x() - 10, Type.LABEL);
      pen.text(name, box.x() - 8, top + 8, Pen.Align.RIGHT, Type.LABEL, look.ink());
    }
  }

  private void drawCells(Pen pen) {
    double highest = Math.max(matrix.highest(), 1e-12);
    double gap = cell(0, 0).width() > 5 && cell(0, 0).height() > 5 ? 1 : 0;
    for (int row = 0; row < matrix.rows().size(); row++) {
      double top = pen.snap(y(row));
      double bottom = pen.snap(y(row + 1)) - gap;
      if (bottom < box.y() || top > box.bottom()) {
        continue;
      }
      for (int column = 0; column < matrix.columns().size(); column++) {
        double value = matrix.at(row, column);
        if (!Double.isNaN(value)) {
          double left = pen.snap(x(column));
          double right = pen.snap(x(column + 1)) - gap;
          pen.rectangle(left, top, right - left, bottom - top, shade(value / highest));
        }
      }
    }
  }

  private void drawRowNames(Pen pen) {
    double height = cell(0, 0).height();
    int each = (int) Math.max(1, Math.ceil(12 / height));
    for (int row = 0; row < matrix.rows().size(); row += each) {
      double middle = y(row) + height / 2;
      if (middle > 4 && middle < box.bottom() - 4 || matrix.rows().size() == 1) {
        String name = look.fonts().fit(matrix.rows().get(row), box.x() - 10, Type.LABEL);
        pen.text(name, box.x() - 8, middle, Pen.Align.RIGHT, Type.LABEL, look.muted());
      }
    }
  }

  private void drawColumnNames(Pen pen) {
    Fonts fonts = look.fonts();
    List<String> names = matrix.columns();
    double width = cell(0, 0).width();
    double widest =
        names.stream().mapToDouble(name -> fonts.width(name, Type.LABEL)).max().orElse(0);
    int each = (int) Math.max(1, Math.ceil((Math.min(widest, NAME) + 12) / width));
    for (int column = 0; column < names.size(); column += each) {
      double left = Math.max(box.x(), x(column));
      double room = Math.min(x(column + each), box.right() + 2) - left - 8;
      if (room > 24 && x(column) < box.right() && x(column + 1) > box.x()) {
        double tick = x(column) + Math.min(width, 10) / 2;
        if (each > 1 && tick >= box.x()) {
          pen.upright(tick, box.bottom(), box.bottom() + 3, look.muted());
        }
        String name = fonts.fit(names.get(column), room, Type.LABEL);
        pen.text(name, left, box.bottom() + 10, Pen.Align.LEFT, Type.LABEL, look.muted());
      }
    }
  }

  private void drawScale(Pen pen) {
    double y = box.bottom() + 26;
    double step = BAR / SHADES;
    double right = Math.min(BAR, box.width() / 2);
    for (double x = 0; x < right; x += step) {
      double from = pen.snap(box.x() + x);
      double to = pen.snap(box.x() + x + step);
      pen.rectangle(from, y, to - from, 7, shade(Math.pow(x / right, 2)));
    }
    String text = words.of("chart.scale", words.value(0), words.value(round(matrix.highest())));
    pen.text(text, box.x() + right + 8, y + 3.5, Pen.Align.LEFT, Type.LABEL, look.muted());
  }

  /** Three digits are enough for the end of a scale. */
  private static double round(double value) {
    if (value <= 0) {
      return 0;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(value)) - 2);
    return Math.rint(value / unit) * unit;
  }

  /** Small values are told apart better by their square root. */
  private Color shade(double share) {
    return shades[(int) Math.round(SHADES * Math.sqrt(Math.clamp(share, 0, 1)))];
  }

  private double x(int column) {
    double share = (double) column / matrix.columns().size();
    return box.x() + (share - zoom.left()) / (zoom.right() - zoom.left()) * box.width();
  }

  private double y(int row) {
    double share = 1 - (double) row / matrix.rows().size();
    return box.bottom() - (share - zoom.bottom()) / (zoom.top() - zoom.bottom()) * box.height();
  }
}
