package io.aisle.ui.chart;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A matrix as coloured cells with the names of its rows; cells without a value stay blank. The
 * mouse and the arrow keys move a cursor, whose cell the owner puts in words (see {@link
 * #chosenProperty()}). FX thread only.
 */
public final class HeatMap extends CanvasChart {
  private static final double LABELS = 210;
  private static final double CELL_MIN = 13;
  private static final double CELL_MAX = 26;
  private static final double GAP = 1;

  private final ObjectProperty<Matrix> matrix = new SimpleObjectProperty<>(Matrix.EMPTY);
  private final ReadOnlyObjectWrapper<Cell> chosen = new ReadOnlyObjectWrapper<>();
  private final Elide elide = new Elide(Font.font("Inter", 11));

  /**
   * What is shown.
   *
   * @param rows name of each row
   * @param columns name of each column
   * @param cells {@code [row][column]}; NaN is blank
   */
  public record Matrix(List<String> rows, List<String> columns, double[][] cells) {
    public static final Matrix EMPTY = new Matrix(List.of(), List.of(), new double[0][]);

    /** The largest value; 0 when there is none. */
    public double highest() {
      double highest = 0;
      for (double[] row : cells) {
        for (double cell : row) {
          highest = cell > highest ? cell : highest;
        }
      }
      return highest;
    }
  }

  /** A place in the matrix. */
  public record Cell(int row, int column) {}

  public HeatMap() {
    getStyleClass().add("heat-map");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    matrix.subscribe(this::changed);
    chosen.subscribe(this::redraw);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  public ObjectProperty<Matrix> matrixProperty() {
    return matrix;
  }

  /** The cell under the mouse or chosen by keys; null when none. */
  public ReadOnlyObjectProperty<Cell> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The size of the cells follows the width, so the height does too. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return matrix.get().rows().size() * cell(width) + 2;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return LABELS + matrix.get().columns().size() * CELL_MIN;
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected void draw(GraphicsContext graphics, double width, double height) {
    Matrix shown = matrix.get();
    double size = cell(width);
    double highest = Math.max(shown.highest(), 1e-12);
    Color low = surface().interpolate(accent(), 0.05);
    for (int row = 0; row < shown.rows().size(); row++) {
      double y = row * size;
      boolean here = chosen.get() != null && chosen.get().row() == row;
      graphics.setFill(here ? ink() : muted());
      graphics.setTextAlign(TextAlignment.RIGHT);
      graphics.fillText(elide.fit(shown.rows().get(row), LABELS - 14), LABELS - 8, y + size / 2);
      double[] cells = shown.cells()[row];
      for (int column = 0; column < cells.length; column++) {
        if (!Double.isNaN(cells[column])) {
          graphics.setFill(low.interpolate(accent(), Math.sqrt(cells[column] / highest)));
          graphics.fillRect(LABELS + column * size, y, size - GAP, size - GAP);
        }
      }
    }
    drawCursor(graphics, size);
  }

  private void drawCursor(GraphicsContext graphics, double size) {
    Cell at = chosen.get();
    if (at != null) {
      graphics.setStroke(ink());
      graphics.setLineWidth(1.5);
      graphics.strokeRect(
          LABELS + at.column() * size - 0.5, at.row() * size + 0.5, size - GAP, size - GAP);
    }
  }

  private double cell(double width) {
    int columns = Math.max(1, matrix.get().columns().size());
    double room = ((width <= 0 ? getWidth() : width) - LABELS) / columns;
    return Math.floor(Math.clamp(room, CELL_MIN, CELL_MAX));
  }

  private void changed() {
    chosen.set(null);
    requestLayout();
  }

  private void point(double x, double y) {
    double size = cell(getWidth());
    move((int) Math.floor(y / size), (int) Math.floor((x - LABELS) / size));
  }

  private void move(int row, int column) {
    Matrix shown = matrix.get();
    boolean inside =
        row >= 0 && column >= 0 && row < shown.rows().size() && column < shown.columns().size();
    chosen.set(inside ? new Cell(row, column) : null);
  }

  private void key(KeyEvent event) {
    int last = matrix.get().rows().size() - 1;
    Cell at = chosen.get() == null ? new Cell(last, last) : chosen.get();
    KeyCode code = event.getCode();
    if (code.isArrowKey() && last >= 0) {
      int row = at.row() + (code == KeyCode.UP ? -1 : code == KeyCode.DOWN ? 1 : 0);
      int column = at.column() + (code == KeyCode.LEFT ? -1 : code == KeyCode.RIGHT ? 1 : 0);
      move(Math.clamp(row, 0, last), Math.clamp(column, 0, matrix.get().columns().size() - 1));
      event.consume();
    }
  }
}
