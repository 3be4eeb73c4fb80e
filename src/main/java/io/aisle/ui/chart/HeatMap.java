package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;

/**
 * A matrix as coloured cells with the names of its rows and columns; cells without a value stay
 * blank. The mouse and the arrow keys move a cursor (see {@link #chosenProperty()}). The cells are
 * drawn once; a moving cursor draws only itself. FX thread only.
 */
public final class HeatMap extends CanvasChart {
  private static final double ROW = 18;
  private static final double ROW_MIN = 5;
  private static final double WIDTH_MIN = 240;

  private final ObjectProperty<Matrix> matrix = new SimpleObjectProperty<>(Matrix.EMPTY);
  private final ObjectProperty<Function<Cell, String>> wording = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Cell> chosen = new ReadOnlyObjectWrapper<>();
  private boolean valuesShown;
  private HeatShades shades;
  private HeatGrid grid;

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

    /** The value of a place; NaN when it is blank. */
    double at(int row, int column) {
      return column < cells[row].length ? cells[row][column] : Double.NaN;
    }
  }

  /** A place in the matrix. */
  public record Cell(int row, int column) {}

  public HeatMap() {
    super(Zoom.Reach.BOTH);
    getStyleClass().add("heat-map");
    setFocusTraversable(true);
    matrix.subscribe(this::changed);
    wording.subscribe(this::redrawCursor);
    new ChartHands(this).attach();
  }

  public ObjectProperty<Matrix> matrixProperty() {
    return matrix;
  }

  /** What the readout says of a cell; its names and value when this is null. */
  public ObjectProperty<Function<Cell, String>> wordsProperty() {
    return wording;
  }

  /** Whether each cell that has room for it says its value. */
  public boolean isValuesShown() {
    return valuesShown;
  }

  public void setValuesShown(boolean shown) {
    valuesShown = shown;
    redraw();
  }

  /** The cell under the mouse or chosen by keys; null when none. */
  public ReadOnlyObjectProperty<Cell> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  @Override
  public ChartTable table() {
    Matrix shown = matrix.get();
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(shown.columns());
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < shown.rows().size(); row++) {
      List<String> cells = new ArrayList<>(List.of(shown.rows().get(row)));
      for (int column = 0; column < shown.columns().size(); column++) {
        cells.add(ChartTable.cell(shown.at(row, column)));
      }
      rows.add(cells);
    }
    return new ChartTable(header, rows);
  }

  @Override
  public String describe() {
    return Descriptions.matrix(words(), matrix.get());
  }

  @Override
  boolean isBlank() {
    return matrix.get().rows().isEmpty() || matrix.get().columns().isEmpty();
  }

  @Override
  protected double computePrefHeight(double width) {
    return matrix.get().rows().size() * ROW + HeatGrid.FOOT;
  }

  @Override
  protected double computeMinHeight(double width) {
    return matrix.get().rows().size() * ROW_MIN + HeatGrid.FOOT;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 520;
  }

  @Override
  protected double computeMinWidth(double height) {
    return WIDTH_MIN;
  }

  @Override
  protected void draw(Pen pen, double width, double height) {
    HeatGrid drawn = new HeatGrid(shades(), zoom(), words(), width, height);
    drawn.draw(pen);
    if (valuesShown) {
      drawn.drawValues(pen);
    }
  }

  @Override
  void drawCursor(Pen pen, double width, double height) {
    Cell at = chosen.get();
    if (at == null) {
      return;
    }
    Look look = look();
    Box cell = grid().cell(at.row(), at.column());
    if (!grid().box().holds(cell.x() + cell.width() / 2, cell.y() + cell.height() / 2)) {
      return;
    }
    grid().name(pen, at.row());
    pen.frame(
        pen.snap(cell.x()) + 0.5,
        pen.snap(cell.y()) + 0.5,
        Math.max(1, cell.width() - 1),
        Math.max(1, cell.height() - 1),
        look.ink(),
        1.5);
    Card.draw(pen, look, read(at), cell.right(), cell.y(), width, height);
  }

  @Override
  void invalidate() {
    grid = null;
  }

  @Override
  Box plotBox() {
    return grid().box();
  }

  @Override
  void hover(double x, double y) {
    moveTo(grid().cellAt(x, y));
  }

  @Override
  void leave() {
    moveTo(null);
  }

  @Override
  boolean step(KeyCode key) {
    int rows = matrix.get().rows().size();
    int columns = matrix.get().columns().size();
    if (!key.isArrowKey() && key != KeyCode.HOME && key != KeyCode.END) {
      return false;
    }
    Cell from = chosen.get() == null ? new Cell(rows - 1, columns - 1) : chosen.get();
    Cell to =
        switch (key) {
          case UP -> new Cell(from.row() - 1, from.column());
          case DOWN -> new Cell(from.row() + 1, from.column());
          case LEFT -> new Cell(from.row(), from.column() - 1);
          case RIGHT -> new Cell(from.row(), from.column() + 1);
          case HOME -> new Cell(from.row(), 0);
          default -> new Cell(from.row(), columns - 1);
        };
    Cell kept =
        new Cell(Math.clamp(to.row(), 0, rows - 1), Math.clamp(to.column(), 0, columns - 1));
    double x = (kept.column() + 0.5) / columns;
    double y = 1 - (kept.row() + 0.5) / rows;
    if (zoom().reveal(x, y)) {
      redraw();
    }
    moveTo(kept);
    return true;
  }

  private HeatGrid grid() {
    if (grid == null) {
      grid = new HeatGrid(shades(), zoom(), words(), Math.max(1, wide()), Math.max(1, high()));
    }
    return grid;
  }

  /** Made anew when the matrix or the theme changed, not when another part is shown. */
  private HeatShades shades() {
    Look look = look();
    if (shades == null || !shades.fits(matrix.get(), look)) {
      shades = new HeatShades(matrix.get(), look);
    }
    return shades;
  }

  private Readout read(Cell at) {
    Matrix shown = matrix.get();
    Function<Cell, String> own = wording.get();
    if (own == null) {
      return Readout.of(
          shown.rows().get(at.row()),
          Readout.line(
              shown.columns().get(at.column()), words().value(shown.at(at.row(), at.column()))));
    }
    List<Readout.Line> lines =
        Sentence.lines(look().fonts(), own.apply(at), 300).stream()
            .map(line -> Readout.line(line, ""))
            .toList();
    return new Readout("", lines);
  }

  private void changed() {
    chosen.set(null);
    say("");
    redraw();
    requestLayout();
  }

  private void moveTo(Cell cell) {
    if (cell == null ? chosen.get() == null : cell.equals(chosen.get())) {
      return;
    }
    chosen.set(cell);
    say(cell == null ? "" : wording.get() == null ? read(cell).words() : wording.get().apply(cell));
    redrawCursor();
  }
}
