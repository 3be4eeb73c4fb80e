package io.aisle.ui.chart;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Lines that join the places of the same item in two neighbouring lists. FX thread only. */
public final class RankFlow extends CanvasChart {
  private final ObjectProperty<List<Link>> links = new SimpleObjectProperty<>(List.of());
  private final DoubleProperty rowHeight = new SimpleDoubleProperty(25);
  private final DoubleProperty top = new SimpleDoubleProperty();

  /**
   * A line.
   *
   * @param left row in the left list, from 0
   * @param right row in the right list, from 0
   * @param strong drawn over the others, in the colour of a hit
   */
  public record Link(int left, int right, boolean strong) {}

  public RankFlow() {
    super(Zoom.Reach.NONE);
    getStyleClass().add("rank-flow");
    setMinWidth(16);
    setPrefWidth(34);
    setFocusTraversable(true);
    setMouseTransparent(true);
    links.subscribe(this::redraw);
    rowHeight.subscribe(this::redraw);
    top.subscribe(this::redraw);
  }

  public ObjectProperty<List<Link>> linksProperty() {
    return links;
  }

  /** Height of a row of the lists, CSS pixels. */
  public DoubleProperty rowHeightProperty() {
    return rowHeight;
  }

  /** Where the first row begins, CSS pixels from the top of this; less when the lists scroll. */
  public DoubleProperty topProperty() {
    return top;
  }

  @Override
  public ChartTable table() {
    return new ChartTable(
        List.of(words().column("left", ""), words().column("right", "")),
        links.get().stream()
            .map(
                link ->
                    List.of(Integer.toString(link.left() + 1), Integer.toString(link.right() + 1)))
            .toList());
  }

  @Override
  public String describe() {
    return words().of("chart.describe.flow", links.get().size());
  }

  @Override
  boolean isBlank() {
    return false; // lists without a common item have no lines, which is an answer
  }

  @Override
  protected void draw(Pen pen, double width, double height) {
    Look look = look();
    for (Link link : links.get()) {
      if (!link.strong()) {
        pen.link(0, y(link.left()), width, y(link.right()), look.grid(), 1.25);
      }
    }
    for (Link link : links.get()) {
      if (link.strong()) {
        pen.link(0, y(link.left()), width, y(link.right()), look.good(), 2);
      }
    }
  }

  private double y(int row) {
    return top.get() + (row + 0.5) * rowHeight.get();
  }
}
