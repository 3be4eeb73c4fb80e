package io.aisle.ui.chart;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/** Upright bars with the names of the first and the last under them. FX thread only. */
public final class Columns extends CanvasChart {
  private static final double FOOT = 18;

  private final ObjectProperty<List<Column>> columns = new SimpleObjectProperty<>(List.of());
  private final Tooltip tooltip = new Tooltip();

  /** A bar; {@code height} is at least 0. */
  public record Column(String name, double height) {}

  public Columns() {
    setMinSize(120, 70);
    columns.subscribe(this::redraw);
    Tooltip.install(this, tooltip);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
  }

  public ObjectProperty<List<Column>> columnsProperty() {
    return columns;
  }

  @Override
  protected void draw(GraphicsContext graphics, double width, double height) {
    List<Column> shown = columns.get();
    if (shown.isEmpty()) {
      return;
    }
    double highest = shown.stream().mapToDouble(Column::height).max().orElse(1);
    double step = width / shown.size();
    double floor = height - FOOT;
    graphics.setFill(series(0));
    for (int index = 0; index < shown.size(); index++) {
      double tall = floor * shown.get(index).height() / Math.max(highest, 1e-12);
      double gap = step > 4 ? 1 : 0;
      graphics.fillRect(index * step, floor - tall, Math.max(0.5, step - gap), tall);
    }
    graphics.setStroke(grid());
    graphics.setLineWidth(1);
    graphics.strokeLine(0, Math.round(floor) + 0.5, width, Math.round(floor) + 0.5);
    graphics.setFill(muted());
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(shown.getFirst().name(), 0, height - FOOT / 2 + 1);
    graphics.setTextAlign(TextAlignment.RIGHT);
    graphics.fillText(shown.getLast().name(), width, height - FOOT / 2 + 1);
  }

  private void point(double x) {
    int count = columns.get().size();
    if (count > 0) {
      int index = Math.clamp((int) (x / getWidth() * count), 0, count - 1);
      Column column = columns.get().get(index);
      tooltip.setText("%s: %,.0f".formatted(column.name(), column.height()));
    }
  }
}
