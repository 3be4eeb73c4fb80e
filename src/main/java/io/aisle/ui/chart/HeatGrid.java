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

  /** Steps of the scale bar. */
  private static final int STEPS = 48;

  private static final double NAME = 110;

  /** Cells from this size on stand apart from their neighbours. */
  private static final double APART = 5;

  private final HeatShades shades;
  private final HeatMap.Matrix matrix;
  private final Zoom zoom;
  private final Look look;
  private final ChartWords words;
  private final Box box;

  HeatGrid(HeatShades shades, Zoom zoom, ChartWords words, double width, double height) {
    this.shades = shades;
    this.matrix = shades.matrix();
    this.zoom = zoom;
    this.look = shades.look();
    this.words = words;
    double left = Math.ceil(Math.min(shades.widestRow() + 12, Math.min(LABELS, width * SHARE)));
    double right = Math.max(20, width - left - 2);
    double down = Math.max(10, height - FOOT);
    double wide = Math.min(right, widestCell(matrix.columns().size()) * matrix.columns().size());
    double tall = Math.min(down, TALLEST_CELL * matrix.rows().size());
    box = new Box(left, 0, wide, tall);
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
    Tiles.Part seen = seen();
    pen.clipped(
        box.x(),
        box.y(),
        box.width(),
        box.height(),
        () -> {
          for (int row = seen.top(); row < seen.bottom(); row++) {
            for (int column = seen.left(); column < seen.right(); column++) {
              double value = matrix.at(row, column);
              if (!Double.isNaN(value)) {
                Box at = cell(row, column);
                Color ink = shades.share(value) > DEEP ? look.surface() : look.ink();
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
    Tiles.Part seen = seen();
    double wide = x(1) - x(0);
    double high = y(1) - y(0);
    pen.tiles(shades.tiles(), seen, x(0), y(0), wide, high);
    if (wide > APART && high > APART) {
      for (int column = seen.left(); column < seen.right(); column++) {
        double right = pen.snap(x(column + 1));
        pen.rectangle(right - 1, box.y(), 1, box.height(), look.surface());
      }
      for (int row = seen.top(); row < seen.bottom(); row++) {
        double bottom = pen.snap(y(row + 1));
        pen.rectangle(box.x(), bottom - 1, box.width(), 1, look.surface());
      }
    }
  }

  /** The cells of which at least a part is shown. */
  private Tiles.Part seen() {
    int rows = matrix.rows().size();
    int columns = matrix.columns().size();
    return new Tiles.Part(
        Math.clamp((int) Math.floor((1 - zoom.top()) * rows), 0, rows - 1),
        Math.clamp((int) Math.ceil((1 - zoom.bottom()) * rows), 1, rows),
        Math.clamp((int) Math.floor(zoom.left() * columns), 0, columns - 1),
        Math.clamp((int) Math.ceil(zoom.right() * columns), 1, columns));
  }

  private void drawRowNames(Pen pen) {
    double height = cell(0, 0).height();
    int each = (int) Math.max(1, Math.ceil(12 / height));
    Tiles.Part seen = seen();
    for (int row = seen.top() / each * each; row < seen.bottom(); row += each) {
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
    double widest = Math.min(shades.widestColumn(), NAME);
    int each = (int) Math.max(1, Math.ceil((widest + 12) / width));
    Tiles.Part seen = seen();
    for (int column = seen.left() / each * each; column < seen.right(); column += each) {
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
    double step = BAR / STEPS;
    double right = Math.min(BAR, box.width() / 2);
    for (double x = 0; x < right; x += step) {
      double from = pen.snap(box.x() + x);
      double to = pen.snap(box.x() + x + step);
      pen.rectangle(from, y, to - from, 7, shades.shade(Math.pow(x / right, 2)));
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

  private double x(int column) {
    double share = (double) column / matrix.columns().size();
    return box.x() + (share - zoom.left()) / (zoom.right() - zoom.left()) * box.width();
  }

  private double y(int row) {
    double share = 1 - (double) row / matrix.rows().size();
    return box.bottom() - (share - zoom.bottom()) / (zoom.top() - zoom.bottom()) * box.height();
  }
}
