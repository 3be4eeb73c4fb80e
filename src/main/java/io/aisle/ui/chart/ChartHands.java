package io.aisle.ui.chart;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Mouse and keyboard of a chart: move over it to read, wheel or + and - to enlarge, drag to move
 * the part, double click or 0 for the whole, arrows to move the cursor, Enter or a click to choose,
 * Escape to take back. What means nothing here is left to others: a page can still be scrolled over
 * a chart that shows its whole.
 */
final class ChartHands {
  private static final double STEP = 1.25;
  private static final double CLICK = 3;

  /** What JavaFX reports for one notch of a wheel; touch pads report less, more often. */
  private static final double NOTCH = 40;

  private final CanvasChart chart;
  private double pressedX;
  private double lastX;
  private double lastY;
  private boolean dragging;

  ChartHands(CanvasChart chart) {
    this.chart = chart;
  }

  void attach() {
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> chart.hover(event.getX(), event.getY()));
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    chart.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    chart.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    chart
        .focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is) {
                chart.leave();
              }
            });
  }

  private void left() {
    if (!dragging) {
      chart.leave();
    }
  }

  private void pressed(MouseEvent event) {
    chart.requestFocus();
    pressedX = event.getX();
    lastX = event.getX();
    lastY = event.getY();
    dragging = false;
  }

  private void dragged(MouseEvent event) {
    if (!event.isPrimaryButtonDown()) {
      return;
    }
    dragging |= !event.isStillSincePress() || Math.abs(event.getX() - pressedX) > CLICK;
    if (!dragging) {
      return;
    }
    if (chart.trace(event.getX(), event.getY(), event.isShiftDown())) {
      event.consume();
      return;
    }
    if (event.isShiftDown() || !chart.drag(pressedX, event.getX(), false)) {
      Box box = chart.plotBox();
      if (chart
          .zoom()
          .pan((lastX - event.getX()) / box.width(), (event.getY() - lastY) / box.height())) {
        chart.redraw();
      }
    }
    lastX = event.getX();
    lastY = event.getY();
    chart.hover(event.getX(), event.getY());
    event.consume();
  }

  private void released(MouseEvent event) {
    if (dragging && !event.isShiftDown()) {
      chart.drag(pressedX, event.getX(), true);
    }
    if (dragging) {
      chart.traced();
    }
    dragging = false;
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    if (event.getClickCount() == 2 && chart.zoom().zoomed()) {
      chart.showAll();
    } else if (event.getClickCount() == 1) {
      chart.hover(event.getX(), event.getY());
      chart.pick(false);
    }
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() == 0 || chart.isBlank()) {
      return;
    }
    Box box = chart.plotBox();
    double x = Math.clamp((event.getX() - box.x()) / box.width(), 0, 1);
    double y = Math.clamp((box.bottom() - event.getY()) / box.height(), 0, 1);
    if (chart.zoom().by(Math.pow(STEP, event.getDeltaY() / NOTCH), x, y)) {
      chart.redraw();
      chart.hover(event.getX(), event.getY());
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || chart.isBlank()) {
      return;
    }
    if (used(event.getCode(), event.getText())) {
      event.consume();
    }
  }

  private boolean used(KeyCode code, String text) {
    return switch (code) {
      case PLUS, ADD, EQUALS -> enlarge(STEP);
      case MINUS, SUBTRACT -> enlarge(1 / STEP);
      case DIGIT0, NUMPAD0 -> whole();
      case ENTER -> {
        chart.pick(true);
        yield true;
      }
      case ESCAPE -> chart.escape();
      default -> text.equals("+") ? enlarge(STEP) : chart.step(code);
    };
  }

  private boolean enlarge(double factor) {
    if (chart.zoom().by(factor, 0.5, 0.5)) {
      chart.redraw();
    }
    return chart.zoom().reach() != Zoom.Reach.NONE;
  }

  private boolean whole() {
    chart.showAll();
    return true;
  }
}
