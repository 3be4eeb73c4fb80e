package io.aisle.ui.chart;

import javafx.scene.input.KeyCode;

/**
 * Names one below another with something drawn beside each, and a cursor that goes from row to row.
 * FX thread only.
 */
abstract class RowChart extends CanvasChart {
  /** Height of a row. */
  static final double ROW = 26;

  private static final double NAMES = 0.46;
  private static final int ROWS_OF_WORDS = 4;
  private static final double GAP = 8;

  private int cursor = -1;

  RowChart() {
    super(Zoom.Reach.NONE);
    setFocusTraversable(true);
  }

  abstract int rows();

  /** What the cursor says of a row. */
  abstract Readout read(int row);

  /** Where the names end. */
  static double names(double width) {
    return width * NAMES;
  }

  /** Writes the name of a row before what is drawn beside it. */
  static void name(Pen pen, Look look, int row, String name, double width) {
    String fitting = look.fonts().fit(name, names(width) - GAP - 4, Type.LABEL);
    double middle = row * ROW + ROW / 2;
    pen.text(fitting, names(width) - GAP, middle, Pen.Align.RIGHT, Type.LABEL, look.muted());
  }

  /** Draws the data anew, without a cursor. */
  final void changed() {
    redraw();
    requestLayout();
    moveTo(-1);
  }

  @Override
  final boolean isBlank() {
    return rows() == 0;
  }

  @Override
  protected final double computePrefHeight(double width) {
    return (isBlank() ? ROWS_OF_WORDS : rows()) * ROW + 4;
  }

  @Override
  protected final double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  final void drawCursor(Pen pen, double width, double height) {
    if (cursor >= 0 && cursor < rows()) {
      Look look = look();
      pen.rectangle(0, cursor * ROW, width, ROW, look.ink().deriveColor(0, 1, 1, 0.07));
      Card.draw(pen, look, read(cursor), names(width), (cursor + 2.6) * ROW, width, height);
    }
  }

  @Override
  final void hover(double x, double y) {
    int row = (int) Math.floor(y / ROW);
    moveTo(row >= 0 && row < rows() ? row : -1);
  }

  @Override
  final void leave() {
    moveTo(-1);
  }

  @Override
  final boolean step(KeyCode key) {
    if (rows() == 0 || key != KeyCode.UP && key != KeyCode.DOWN) {
      return false;
    }
    int next = cursor < 0 ? 0 : cursor + (key == KeyCode.UP ? -1 : 1);
    moveTo(Math.clamp(next, 0, rows() - 1));
    return true;
  }

  /** The row under the cursor; -1 without one. */
  final int cursor() {
    return cursor;
  }

  private void moveTo(int row) {
    cursor = row;
    say(row < 0 ? "" : read(row).words());
    redrawCursor();
  }
}
