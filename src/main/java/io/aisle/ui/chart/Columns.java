package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.paint.Color;

/** Upright bars, one of which can be chosen. FX thread only. */
public final class Columns extends PlotChart {
  private static final int NONE = -1;
  private static final double NOTE = 17;
  private static final double FADED = 0.45;

  private final ObjectProperty<List<Column>> columns = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Integer> chosen = new SimpleObjectProperty<>(NONE);
  private final IntegerProperty colour = new SimpleIntegerProperty();
  private final StringProperty note = new SimpleStringProperty("");

  /** A bar; {@code height} is at least 0. */
  public record Column(String name, double height) {}

  public Columns() {
    super(Zoom.Reach.ACROSS);
    getStyleClass().add("columns");
    columns.subscribe(this::changed);
    chosen.subscribe(this::redraw);
    colour.subscribe(this::redraw);
    note.subscribe(this::redraw);
  }

  public ObjectProperty<List<Column>> columnsProperty() {
    return columns;
  }

  /** Number of the series colour. */
  public IntegerProperty colourProperty() {
    return colour;
  }

  public int getColour() {
    return colour.get();
  }

  public void setColour(int series) {
    colour.set(series);
  }

  /** The bar that a click or Enter chose; -1 when none is. Choosing it again takes it back. */
  public ObjectProperty<Integer> chosenProperty() {
    return chosen;
  }

  /** A sentence under the bars. */
  public StringProperty noteProperty() {
    return note;
  }

  public String getNote() {
    return note.get();
  }

  public void setNote(String words) {
    note.set(words);
  }

  @Override
  public ChartTable table() {
    List<String> header =
        List.of(words().column("name", getXTitle()), words().column("value", getYTitle()));
    return new ChartTable(
        header,
        columns.get().stream()
            .map(column -> List.of(column.name(), ChartTable.cell(column.height())))
            .toList());
  }

  @Override
  public String describe() {
    return CourseDescriptions.columns(words(), columns.get(), note.get());
  }

  @Override
  boolean isBlank() {
    return columns.get().isEmpty();
  }

  @Override
  Axis wholeX() {
    return new Axis(Axis.Kind.LINEAR, -0.5, Math.max(1, columns.get().size()) - 0.5, 0, 1);
  }

  @Override
  Axis wholeY(Axis x) {
    double highest = 0;
    for (int i = 0; i < columns.get().size(); i++) {
      if (i + 0.5 > x.low() && i - 0.5 < x.high()) {
        highest = Math.max(highest, columns.get().get(i).height());
      }
    }
    return new Axis(Axis.Kind.LINEAR, 0, highest > 0 ? highest : 1, 0, 1);
  }

  @Override
  List<Tick> xTicks(Axis x) {
    List<Column> all = columns.get();
    int from = (int) Math.max(0, Math.ceil(x.low()));
    int to = (int) Math.min(all.size() - 1, Math.floor(x.high()));
    Fonts fonts = look().fonts();
    double widest = 0;
    for (int i = from; i <= to; i += Math.max(1, (to - from) / 50)) {
      widest = Math.max(widest, fonts.width(all.get(i).name(), Type.LABEL));
    }
    double step = (x.end() - x.start()) / (x.high() - x.low());
    int each = (int) Math.max(1, Math.ceil((widest + 14) / step));
    List<Tick> ticks = new ArrayList<>();
    for (int i = from; i <= to; i += each) {
      ticks.add(new Tick(i, all.get(i).name()));
    }
    return ticks;
  }

  @Override
  List<Tick> yTicks(Axis y) {
    return y.ticks((int) Math.clamp((y.start() - y.end()) / 28, 1, 6), words());
  }

  @Override
  double foot() {
    return note.get().isEmpty() ? 0 : NOTE;
  }

  @Override
  void drawMarks(Pen pen, Look look, Plot plot) {
    double step = plot.box().width() / (plot.x().high() - plot.x().low());
    double gap = step > 12 ? 2 : step > 4 ? 1 : 0;
    double floor = plot.box().bottom();
    Color plain = look.series(colour.get());
    Color faded = look.faint(colour.get(), FADED);
    for (int i = 0; i < columns.get().size(); i++) {
      double middle = plot.x().at(i);
      if (middle + step > plot.box().x() && middle - step < plot.box().right()) {
        double top = plot.y().at(columns.get().get(i).height());
        boolean full = chosen.get() == NONE || chosen.get() == i;
        double left = middle - step / 2;
        pen.crisp(left, top, Math.max(0.5, step - gap), floor - top, full ? plain : faded);
      }
    }
    pen.level(plot.box().x(), plot.box().right(), floor, look.muted());
  }

  @Override
  void drawNames(Pen pen, Look look, Plot plot) {
    if (!note.get().isEmpty()) {
      double y = plot.box().bottom() + 29 + (getXTitle().isEmpty() ? 0 : 16);
      String words = look.fonts().fit(note.get(), plot.box().width() + 8, Type.LABEL);
      pen.text(words, plot.box().x(), y, Pen.Align.LEFT, Type.LABEL, look.muted());
    }
  }

  @Override
  int stops() {
    return columns.get().size();
  }

  @Override
  double stopX(int stop) {
    return stop;
  }

  @Override
  double stopY(int stop) {
    return columns.get().get(stop).height();
  }

  @Override
  Readout read(int stop) {
    Column column = columns.get().get(stop);
    return Readout.of(
        column.name(),
        new Readout.Line(
            getYTitle().isEmpty() ? Readout.NO_COLOUR : colour.get(),
            getYTitle(),
            words().value(column.height())));
  }

  @Override
  void drawStop(Pen pen, Look look, Plot plot, int stop) {
    double step = plot.box().width() / (plot.x().high() - plot.x().low());
    double left = pen.snap(Math.max(plot.box().x(), plot.x().at(stop) - step / 2));
    double right = pen.snap(Math.min(plot.box().right(), plot.x().at(stop) + step / 2));
    pen.rectangle(
        left,
        plot.box().y(),
        Math.max(1, right - left),
        plot.box().height(),
        look.ink().deriveColor(0, 1, 1, 0.08));
  }

  @Override
  void choose(int stop, boolean key) {
    chosen.set(chosen.get() == stop ? NONE : stop);
  }

  @Override
  boolean escape() {
    boolean had = chosen.get() != NONE;
    chosen.set(NONE);
    return had;
  }

  private void changed() {
    if (chosen.get() >= columns.get().size()) {
      chosen.set(NONE);
    }
    stopsChanged();
  }
}
