package io.aisle.ui.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.paint.Color;

/**
 * What something that asks takes from each step of a course: an arc from each step to the one that
 * asks, as thick and dark as its weight, the heaviest with their names; under each step a bar for a
 * second amount. Steps stand half by their time and half by their order, so that gaps are seen and
 * steps of one moment stay apart. FX thread only.
 */
public final class ArcTimeline extends PlotChart {
  private static final double BY_TIME = 0.5;
  private static final double AMOUNTS = -0.27;
  private static final double REACH = 0.2;
  private static final double LOWEST = -0.5;
  private static final double HIGHEST = 1.12;
  private static final double FLATTEST = 0.16;
  private static final int CORNERS = 40;
  private static final double THINNEST = 0.7;
  private static final double THICKEST = 5;
  private static final double FAINTEST = 0.16;
  private static final double BAR = 7;

  private final ObjectProperty<List<Step>> steps = new SimpleObjectProperty<>(List.of());
  private final StringProperty asking = new SimpleStringProperty("");
  private final StringProperty weightTitle = new SimpleStringProperty("");
  private final StringProperty amountTitle = new SimpleStringProperty("");
  private double[] xs = new double[0];
  private double heaviest = 1;
  private double largest = 1;

  /**
   * A step of the course.
   *
   * @param place from 1, in the order of the course
   * @param time null when it is not known
   * @param weight of its arc, at least 0
   * @param amount of its bar; NaN when there is none
   */
  public record Step(String name, int place, Instant time, double weight, double amount) {}

  public ArcTimeline() {
    super(Zoom.Reach.ACROSS);
    getStyleClass().add("arc-timeline");
    steps.subscribe(this::changed);
    asking.subscribe(this::redraw);
    weightTitle.subscribe(this::changed);
    amountTitle.subscribe(this::changed);
  }

  /** In their order. */
  public ObjectProperty<List<Step>> stepsProperty() {
    return steps;
  }

  /** Name of what asks, at the end of the course. */
  public StringProperty askingProperty() {
    return asking;
  }

  /** What the arcs mean. */
  public void setWeightTitle(String title) {
    weightTitle.set(title);
  }

  public String getWeightTitle() {
    return weightTitle.get();
  }

  /** What the bars mean. */
  public void setAmountTitle(String title) {
    amountTitle.set(title);
  }

  public String getAmountTitle() {
    return amountTitle.get();
  }

  @Override
  public ChartTable table() {
    return new ChartTable(
        List.of(
            words().column("name", ""),
            words().column("place", ""),
            words().column("time", ""),
            words().column("weight", weightTitle.get()),
            words().column("value", amountTitle.get())),
        heaviestFirst().stream()
            .map(
                step ->
                    List.of(
                        step.name(),
                        Integer.toString(step.place()),
                        step.time() == null ? "" : ChartTable.time(step.time().toEpochMilli()),
                        ChartTable.cell(step.weight()),
                        ChartTable.cell(step.amount())))
            .toList());
  }

  @Override
  public String describe() {
    return CourseDescriptions.arcs(words(), asking.get(), heaviestFirst(), this::read);
  }

  private List<Step> heaviestFirst() {
    return steps.get().stream()
        .sorted(Comparator.comparingDouble(Step::weight).reversed())
        .toList();
  }

  @Override
  boolean isBlank() {
    return steps.get().isEmpty();
  }

  @Override
  Axis wholeX() {
    return Axis.of(Axis.Kind.LINEAR, 0, 1).padded(0.02, 0.02);
  }

  @Override
  Axis wholeY(Axis x) {
    return Axis.of(Axis.Kind.LINEAR, LOWEST, HIGHEST);
  }

  @Override
  List<Tick> yTicks(Axis y) {
    return List.of();
  }

  /** At the first step of each day; at places where no times are known. */
  @Override
  List<Tick> xTicks(Axis x) {
    List<Tick> ticks = new ArrayList<>();
    String last = "";
    for (int i = 0; i < xs.length; i++) {
      Step step = steps.get().get(i);
      String tick =
          step.time() == null
              ? words().count(step.place())
              : words().dateOrTime(step.time().toEpochMilli(), true);
      if (x.holds(xs[i]) && !tick.equals(last)) {
        ticks.add(new Tick(xs[i], tick));
      }
      last = tick;
    }
    return ticks;
  }

  @Override
  void drawMarks(Pen pen, Look look, Plot plot) {
    Box box = plot.box();
    double zero = plot.y().at(AMOUNTS);
    pen.level(box.x(), box.right(), plot.y().at(0), look.grid());
    if (names().shows(amountTitle.get(), 1)) {
      pen.level(box.x(), box.right(), zero, look.grid());
      double bar = Math.clamp(box.width() / (2.0 * xs.length), 1, BAR);
      for (int i = 0; i < xs.length; i++) {
        double amount = steps.get().get(i).amount() / largest * REACH;
        if (Double.isFinite(amount)) {
          double end = plot.y().at(AMOUNTS + amount);
          double top = Math.min(zero, end);
          pen.crisp(plot.x().at(xs[i]) - bar / 2, top, bar, Math.abs(zero - end), look.series(1));
        }
      }
    }
    if (names().shows(weightTitle.get(), 0)) {
      List<Step> ordered = steps.get();
      ArcNames.byWeight(ordered)
          .reversed()
          .forEach(i -> arc(pen, plot, i, look.faint(0, dark(i)), 0));
    }
    for (double x : xs) {
      pen.circle(plot.x().at(x), plot.y().at(0), 2, look.muted());
    }
    pen.circle(plot.x().at(1), plot.y().at(0), 4, look.ink());
  }

  /** Half an ellipse, the higher the longer it is. */
  private void arc(Pen pen, Plot plot, int step, Color colour, double more) {
    double half = (1 - xs[step]) / 2;
    double height = FLATTEST + (1 - FLATTEST) * Math.sqrt(2 * half);
    double[] x = new double[CORNERS + 1];
    double[] y = new double[CORNERS + 1];
    for (int i = 0; i <= CORNERS; i++) {
      double angle = Math.PI * i / CORNERS;
      x[i] = plot.x().at(1 - half + half * Math.cos(angle));
      y[i] = plot.y().at(height * Math.sin(angle));
    }
    double share = steps.get().get(step).weight() / heaviest;
    pen.path(x, y, x.length, colour, THINNEST + (THICKEST - THINNEST) * share + more);
  }

  private double dark(int step) {
    return FAINTEST + (0.9 - FAINTEST) * steps.get().get(step).weight() / heaviest;
  }

  @Override
  void drawNames(Pen pen, Look look, Plot plot) {
    new ArcNames(pen, look, plot).draw(steps.get(), xs, asking.get());
  }

  @Override
  int stops() {
    return xs.length;
  }

  @Override
  double stopX(int stop) {
    return xs[stop];
  }

  @Override
  Readout read(int stop) {
    return read(steps.get().get(stop));
  }

  private Readout read(Step step) {
    List<Readout.Line> lines = new ArrayList<>();
    if (step.time() != null) {
      lines.add(
          Readout.line(words().of("chart.column.time"), words().time(step.time().toEpochMilli())));
    }
    lines.add(Readout.line(words().of("chart.column.place"), words().count(step.place())));
    lines.add(new Readout.Line(0, weightTitle.get(), words().value(step.weight())));
    if (Double.isFinite(step.amount())) {
      lines.add(new Readout.Line(1, amountTitle.get(), words().value(step.amount())));
    }
    return new Readout(step.name(), lines);
  }

  @Override
  void drawStop(Pen pen, Look look, Plot plot, int stop) {
    Box box = plot.box();
    pen.clipped(
        box.x(), box.y(), box.width(), box.height(), () -> arc(pen, plot, stop, look.ink(), 1));
    pen.ring(plot.x().at(xs[stop]), plot.y().at(0), 4, look.ink(), 1.5);
  }

  private void changed() {
    List<Step> now = steps.get();
    xs = positions(now);
    heaviest = Math.max(1e-12, now.stream().mapToDouble(Step::weight).max().orElse(1));
    largest =
        Math.max(
            1e-12,
            now.stream()
                .mapToDouble(step -> Math.abs(step.amount()))
                .filter(Double::isFinite)
                .max()
                .orElse(1));
    names()
        .name(List.of(new Legend.Key(weightTitle.get(), 0), new Legend.Key(amountTitle.get(), 1)));
    stopsChanged();
  }

  /**
   * Where steps stand: shares of the way to what asks, half by order and half by time; by order
   * alone where times are missing or all the same.
   */
  static double[] positions(List<Step> steps) {
    int count = steps.size();
    double[] xs = new double[count];
    boolean timed = count > 1 && steps.stream().noneMatch(step -> step.time() == null);
    double from = timed ? steps.getFirst().time().getEpochSecond() : 0;
    double span = timed ? steps.getLast().time().getEpochSecond() - from : 0;
    for (int i = 0; i < count; i++) {
      double order = (double) i / count;
      double time =
          span > 0
              ? (steps.get(i).time().getEpochSecond() - from) / span * (count - 1) / count
              : order;
      xs[i] = BY_TIME * time + (1 - BY_TIME) * order;
    }
    return xs;
  }
}
