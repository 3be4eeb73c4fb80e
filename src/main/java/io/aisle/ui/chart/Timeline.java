package io.aisle.ui.chart;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.paint.Color;

/**
 * What someone did over time: a dot for each event, as high as its value and as large as its
 * weight; what was held out for testing is a ring. FX thread only.
 */
public final class Timeline extends PointChart<Timeline.Mark> {
  private static final double SMALL = 2.5;
  private static final double LARGE = 7;
  private static final double OPACITY = 0.6;
  private static final long STREW = 2_654_435_761L;

  private final ObjectProperty<List<Kind>> kinds = new SimpleObjectProperty<>(List.of());
  private final BooleanProperty log = new SimpleBooleanProperty();
  private double[] heights = new double[0];
  private double least = 1;
  private double heaviest = 1;

  /**
   * An event.
   *
   * @param value its height; NaN when there is none
   * @param weight its area, at least 0; NaN counts as the least
   * @param colour number of its series colour
   * @param words what the readout says
   */
  public record Mark(
      long epochMillis, double value, double weight, int colour, String words, boolean heldOut) {}

  /** What a colour means; the legend hides and shows marks by it. */
  public record Kind(String name, int colour) {}

  public Timeline() {
    super(Zoom.Reach.ACROSS);
    getStyleClass().add("timeline");
    kinds.subscribe(this::changed);
    log.subscribe(this::changed);
  }

  public ObjectProperty<List<Mark>> marksProperty() {
    return all();
  }

  /** Names for the colours; none leave the chart without a legend. */
  public ObjectProperty<List<Kind>> kindsProperty() {
    return kinds;
  }

  /** What the height means, with its unit. */
  public StringProperty valueTitleProperty() {
    return yTitleProperty();
  }

  public String getValueTitle() {
    return getYTitle();
  }

  public void setValueTitle(String title) {
    setYTitle(title);
  }

  /** Whether the height is logarithmic; what is not above 0 stands below the least that is. */
  public BooleanProperty logProperty() {
    return log;
  }

  public boolean isLog() {
    return log.get();
  }

  public void setLog(boolean on) {
    log.set(on);
  }

  @Override
  public ChartTable table() {
    return new ChartTable(
        List.of(
            words().column("time", ""),
            words().column("value", getYTitle()),
            words().column("weight", ""),
            words().column("words", ""),
            words().column("held", "")),
        all().get().stream()
            .map(
                mark ->
                    List.of(
                        ChartTable.time(mark.epochMillis()),
                        ChartTable.cell(mark.value()),
                        ChartTable.cell(mark.weight()),
                        mark.words(),
                        mark.heldOut() ? "1" : "0"))
            .toList());
  }

  @Override
  public String describe() {
    return CourseDescriptions.timeline(words(), getYTitle(), all().get());
  }

  @Override
  Axis wholeX() {
    return shown().isEmpty()
        ? Axis.of(Axis.Kind.TIME, 0, 0)
        : Axis.of(Axis.Kind.TIME, shown().getFirst().epochMillis(), shown().getLast().epochMillis())
            .padded(0.012, 0.025);
  }

  @Override
  Axis wholeY(Axis x) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Mark mark : shown()) {
      double value = value(mark);
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    Axis.Kind kind = log.get() ? Axis.Kind.LOG : Axis.Kind.LINEAR;
    return Axis.of(kind, low, high).padded(0.06, 0.06);
  }

  @Override
  List<Tick> yTicks(Axis y) {
    boolean valued = shown().stream().anyMatch(mark -> Double.isFinite(value(mark)));
    return valued ? super.yTicks(y) : List.of();
  }

  @Override
  void drawMarks(Pen pen, Look look, Plot plot) {
    for (Tick tick : plot.xTicks()) {
      pen.upright(plot.x().at(tick.value()), plot.box().y(), plot.box().bottom(), look.grid());
    }
    for (int i = 0; i < shown().size(); i++) {
      Mark mark = shown().get(i);
      double x = plot.x().at(mark.epochMillis());
      double y = plot.y().at(stopY(i));
      if (mark.heldOut()) {
        pen.ring(x, y, LARGE, look.good(), 2.5);
      } else {
        pen.circle(x, y, radius(mark), look.faint(mark.colour(), OPACITY));
      }
      if (isChosen(mark)) {
        pen.ring(x, y, radius(mark) + 3, look.ink(), 1.5);
      }
    }
  }

  @Override
  void drawNames(Pen pen, Look look, Plot plot) {
    String words = words().of("chart.held.out");
    double half = look.fonts().width(words, Type.LABEL) / 2;
    for (int i = 0; i < shown().size(); i++) {
      Mark mark = shown().get(i);
      if (mark.heldOut() && plot.x().holds(mark.epochMillis())) {
        double y = plot.y().at(stopY(i));
        boolean above = y + LARGE + 18 > plot.box().bottom();
        double x =
            Math.clamp(
                plot.x().at(mark.epochMillis()),
                plot.box().x() + half,
                Math.max(plot.box().x() + half, plot.box().right() + 10 - half));
        double line = above ? y - LARGE - 9 : y + LARGE + 9;
        Color ground = look.surface().deriveColor(0, 1, 1, 0.8);
        pen.rectangle(x - half - 2, line - 7, 2 * half + 4, 14, ground);
        pen.text(words, x, line, Pen.Align.CENTER, Type.LABEL, look.good());
        return; // one name is enough: they stand together at the end
      }
    }
  }

  /** Marks without a value are strewn, so that they do not hide one another. */
  @Override
  double stopY(int stop) {
    return heights[stop];
  }

  @Override
  Readout read(int stop) {
    Mark mark = shown().get(stop);
    String time = words().time(mark.epochMillis());
    Readout.Line what = new Readout.Line(Readout.NO_COLOUR, mark.words(), "");
    return Double.isFinite(mark.value())
        ? Readout.of(time, what, Readout.line(getYTitle(), words().value(mark.value())))
        : Readout.of(time, what);
  }

  @Override
  void drawStop(Pen pen, Look look, Plot plot, int stop) {
    Mark mark = shown().get(stop);
    double y = plot.y().at(stopY(stop));
    pen.ring(plot.x().at(mark.epochMillis()), y, radius(mark) + 3, look.ink(), 1.5);
  }

  private double radius(Mark mark) {
    double weight = Double.isNaN(mark.weight()) ? 0 : Math.max(0, mark.weight());
    return mark.heldOut() ? LARGE : SMALL + (LARGE - SMALL) * Math.sqrt(weight / heaviest);
  }

  private double value(Mark mark) {
    return log.get() && mark.value() <= 0 ? least / 2 : mark.value();
  }

  @Override
  void changed() {
    List<Mark> now = all().get();
    least = now.stream().mapToDouble(Mark::value).filter(value -> value > 0).min().orElse(1);
    heaviest =
        Math.max(
            1e-12, now.stream().mapToDouble(Mark::weight).filter(Double::isFinite).max().orElse(1));
    names()
        .name(
            kinds.get().stream().map(kind -> new Legend.Key(kind.name(), kind.colour())).toList());
    show();
  }

  @Override
  double x(Mark mark) {
    return mark.epochMillis();
  }

  @Override
  void arranged() {
    Axis y = wholeY(wholeX()).on(0, 1);
    heights = new double[shown().size()];
    for (int i = 0; i < heights.length; i++) {
      double value = value(shown().get(i));
      double share = 0.1 + 0.8 * Math.floorMod(i * STREW, 1_000L) / 1_000;
      heights[i] = Double.isFinite(value) ? value : y.back(share);
    }
  }

  @Override
  boolean visible(Mark mark) {
    return names().entries().stream()
        .filter(entry -> entry.colour() == mark.colour())
        .allMatch(entry -> entry.visible().get());
  }
}
