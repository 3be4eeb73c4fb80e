package io.aisle.ui.chart;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCode;

/**
 * A chart with two axes. Its cursor steps over stops: places in the order of x that have a readout.
 */
public abstract class PlotChart extends CanvasChart {
  private static final int PAGES = 10;

  private final StringProperty xTitle = new SimpleStringProperty("");
  private final StringProperty yTitle = new SimpleStringProperty("");
  private Plot plot;
  private int cursor = -1;

  @SuppressWarnings("this-escape") // listeners are called after construction only
  PlotChart(Zoom.Reach reach) {
    super(reach);
    setFocusTraversable(true);
    setMinSize(120, 70);
    xTitle.subscribe(this::redraw);
    yTitle.subscribe(this::redraw);
    new ChartHands(this).attach();
  }

  /** What x means, with its unit; empty when it needs no words. */
  public final StringProperty xTitleProperty() {
    return xTitle;
  }

  public final String getXTitle() {
    return xTitle.get();
  }

  public final void setXTitle(String title) {
    xTitle.set(title);
  }

  /** What y means, with its unit; empty when it needs no words. */
  public final StringProperty yTitleProperty() {
    return yTitle;
  }

  public final String getYTitle() {
    return yTitle.get();
  }

  public final void setYTitle(String title) {
    yTitle.set(title);
  }

  /** All of x. */
  abstract Axis wholeX();

  /** All of y where x is what the given axis spans. */
  abstract Axis wholeY(Axis x);

  abstract void drawMarks(Pen pen, Look look, Plot plot);

  /** Draws what may leave the plot: names, brackets. */
  void drawNames(Pen pen, Look look, Plot plot) {}

  /** Number of places that the cursor can be at, in the order of x. */
  abstract int stops();

  abstract double stopX(int stop);

  /** Where the cursor is in y; NaN when a stop stands for all of its x. */
  double stopY(int stop) {
    return Double.NaN;
  }

  abstract Readout read(int stop);

  abstract void drawStop(Pen pen, Look look, Plot plot, int stop);

  /**
   * A stop was chosen.
   *
   * @param key by Enter; else by a click
   */
  void choose(int stop, boolean key) {}

  /** The stop that is nearest to a place; -1 when none is near. */
  int nearest(Plot at, double px, double py) {
    double x = at.x().back(px);
    int low = 0;
    int high = stops() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stopX(middle) < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean before =
        low > 0 && Math.abs(at.x().at(stopX(low - 1)) - px) < Math.abs(at.x().at(stopX(low)) - px);
    return before ? low - 1 : low;
  }

  List<Tick> xTicks(Axis x) {
    double room = x.kind() == Axis.Kind.TIME ? 76 : 50; // dates are longer than numbers
    return x.ticks((int) Math.clamp((x.end() - x.start()) / room, 1, 14), words());
  }

  List<Tick> yTicks(Axis y) {
    return y.ticks((int) Math.clamp((y.start() - y.end()) / 20, 2, 8), words());
  }

  /** Room that is kept free below the axis. */
  double foot() {
    return 0;
  }

  @Override
  final void invalidate() {
    plot = null;
  }

  @Override
  final Box plotBox() {
    return plot().box();
  }

  final int cursor() {
    return cursor;
  }

  /** The plot of the screen. */
  final Plot plot() {
    if (plot == null) {
      plot = plot(Math.max(1, wide()), Math.max(1, high()));
    }
    return plot;
  }

  private Plot plot(double width, double height) {
    PlotLayout layout =
        new PlotLayout(width, height, !xTitle.get().isEmpty(), !yTitle.get().isEmpty(), foot());
    Axis x = wholeX().part(zoom().left(), zoom().right());
    Axis y = wholeY(x).part(zoom().bottom(), zoom().top()).on(layout.bottom(), layout.top());
    List<Tick> yTicks = yTicks(y);
    Box box = layout.box(yTicks, look().fonts());
    x = x.on(box.x(), box.right());
    return new Plot(x, y, box, xTicks(x), yTicks);
  }

  @Override
  protected final void draw(Pen pen, double width, double height) {
    Look look = look();
    Plot at = plot(width, height);
    at.drawGrid(pen, look, xTitle.get(), yTitle.get());
    Box box = at.box();
    double margin = zoom().zoomed() ? 0 : 6;
    pen.clipped(
        box.x() - margin,
        box.y() - 6,
        box.width() + 2 * margin,
        box.height() + 7,
        () -> drawMarks(pen, look, at));
    drawNames(pen, look, at);
  }

  @Override
  final void drawCursor(Pen pen, double width, double height) {
    if (cursor < 0 || cursor >= stops()) {
      return;
    }
    Plot at = plot();
    double x = at.x().at(stopX(cursor));
    if (x < at.box().x() - 1 || x > at.box().right() + 1) {
      return;
    }
    Look look = look();
    double y = stopY(cursor);
    if (Double.isNaN(y)) {
      pen.upright(x, at.box().y(), at.box().bottom(), look.muted());
    }
    drawStop(pen, look, at, cursor);
    double beside = Double.isNaN(y) ? at.box().y() + at.box().height() * 0.6 : at.y().at(y);
    Card.draw(pen, look, read(cursor), x, beside, width, height);
  }

  @Override
  final void hover(double x, double y) {
    Plot at = plot();
    Box box = at.box();
    boolean near = x >= box.x() - 12 && x <= box.right() + 12;
    moveTo(near && stops() > 0 ? nearest(at, x, y) : -1);
  }

  @Override
  final void leave() {
    moveTo(-1);
  }

  @Override
  final boolean step(KeyCode key) {
    int count = stops();
    if (count == 0) {
      return false;
    }
    double seen = count * (zoom().right() - zoom().left());
    int page = Math.max(1, (int) (seen / PAGES));
    int one = Math.max(1, (int) (seen / plotBox().width()));
    int next =
        switch (key) {
          case LEFT -> cursor < 0 ? count - 1 : cursor - one;
          case RIGHT -> cursor < 0 ? 0 : cursor + one;
          case PAGE_UP -> cursor - page;
          case PAGE_DOWN -> cursor + page;
          case HOME -> 0;
          case END -> count - 1;
          default -> Integer.MIN_VALUE;
        };
    if (next == Integer.MIN_VALUE) {
      return false;
    }
    int stop = Math.clamp(next, 0, count - 1);
    double y = stopY(stop);
    Axis x = wholeX();
    if (zoom().reveal(x.share(stopX(stop)), Double.isNaN(y) ? 0.5 : wholeY(x).share(y))) {
      redraw();
    }
    moveTo(stop);
    return true;
  }

  @Override
  final void pick(boolean key) {
    if (cursor >= 0 && cursor < stops()) {
      choose(cursor, key);
    }
  }

  /** Forgets the cursor when its stop is gone, or reads it anew. To be called when data changed. */
  final void stopsChanged() {
    redraw();
    moveTo(cursor < stops() ? cursor : -1);
  }

  private void moveTo(int stop) {
    cursor = stop;
    say(stop < 0 ? "" : read(stop).words());
    redrawCursor();
  }
}
