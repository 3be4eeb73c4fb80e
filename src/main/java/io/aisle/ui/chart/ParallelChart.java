package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;

/**
 * Parallel coordinates: an upright axis for each parameter, the outcome the last, and a line across
 * them for each configuration. The better the outcome the stronger the line. FX thread only.
 */
public final class ParallelChart extends CanvasChart {
  private static final double LEFT = 24;
  private static final double RIGHT = 58;
  private static final double HEAD = 26;
  private static final double FOOT = 10;
  private static final double NEAR = 14;
  private static final int TICKS = 4;

  private final ObjectProperty<Content> content = new SimpleObjectProperty<>(Content.NONE);
  private final ObjectProperty<Integer> chosen = new SimpleObjectProperty<>(-1);
  private Consumer<Integer> onPick = number -> {};
  private List<Line> ranked = List.of();
  private int cursor = -1;

  /**
   * An axis.
   *
   * @param log whether values are even by order of magnitude; all are above 0 then
   * @param choices words of the values 0, 1, ...; empty for numbers
   */
  public record Dimension(String name, boolean log, List<String> choices) {}

  /**
   * A configuration.
   *
   * @param number by which its owner knows it
   * @param colour number of its series colour
   * @param values one for each axis, the outcome last; NaN where it has none
   */
  public record Line(int number, String name, int colour, double[] values) {
    double outcome() {
      return values[values.length - 1];
    }
  }

  /** Axes and lines. */
  public record Content(List<Dimension> dimensions, List<Line> lines) {
    public static final Content NONE = new Content(List.of(), List.of());
  }

  public ParallelChart() {
    super(Zoom.Reach.NONE);
    getStyleClass().add("parallel-chart");
    content.subscribe(this::changed);
    chosen.subscribe(this::redraw);
  }

  public ObjectProperty<Content> contentProperty() {
    return content;
  }

  /** Number of the line that stands out; -1: none. */
  public ObjectProperty<Integer> chosenProperty() {
    return chosen;
  }

  /** Calls back with the number of a line that was clicked, or picked by Enter. */
  public void onPick(Consumer<Integer> listener) {
    onPick = listener;
  }

  private void changed() {
    ranked =
        content.get().lines().stream()
            .filter(line -> Double.isFinite(line.outcome()))
            .sorted(Comparator.comparingDouble(Line::outcome).reversed())
            .toList();
    cursor = Math.min(cursor, ranked.size() - 1);
    redraw();
  }

  @Override
  public ChartTable table() {
    List<String> header = new ArrayList<>(List.of(words().column("name", "")));
    content.get().dimensions().forEach(each -> header.add(each.name()));
    return ChartTable.of(
        header,
        ranked.size(),
        row -> {
          List<String> cells = new ArrayList<>(List.of(ranked.get(row).name()));
          for (int d = 0; d < content.get().dimensions().size(); d++) {
            cells.add(cell(content.get().dimensions().get(d), ranked.get(row).values()[d]));
          }
          return cells;
        });
  }

  private static String cell(Dimension dimension, double value) {
    return dimension.choices().isEmpty() || Double.isNaN(value)
        ? ChartTable.cell(value)
        : dimension.choices().get((int) value);
  }

  @Override
  public String describe() {
    return Descriptions.parallel(words(), content.get().dimensions(), ranked, this::word);
  }

  @Override
  boolean isBlank() {
    return ranked.isEmpty();
  }

  @Override
  protected void draw(Pen pen, double width, double height) {
    Look look = look();
    List<Dimension> dimensions = content.get().dimensions();
    for (int at = ranked.size() - 1; at >= 0; at--) {
      double share = ranked.size() < 2 ? 1 : 1 - (double) at / (ranked.size() - 1);
      path(
          pen,
          ranked.get(at),
          width,
          height,
          look.faint(ranked.get(at).colour(), 0.12 + 0.5 * share * share),
          1.25);
    }
    path(pen, ranked.getFirst(), width, height, look.series(ranked.getFirst().colour()), 2.75);
    ranked.stream()
        .filter(line -> line.number() == chosen.get())
        .forEach(line -> path(pen, line, width, height, look.ink(), 1.75));
    for (int d = 0; d < dimensions.size(); d++) {
      axis(pen, look, d, width, height);
    }
  }

  private void axis(Pen pen, Look look, int d, double width, double height) {
    Dimension dimension = content.get().dimensions().get(d);
    double x = x(d, width);
    double room = content.get().dimensions().size() < 2 ? width : gap(width) - 8;
    pen.upright(x, HEAD, height - FOOT, look.muted());
    boolean last = d == content.get().dimensions().size() - 1;
    Pen.Align align = d == 0 ? Pen.Align.LEFT : last ? Pen.Align.RIGHT : Pen.Align.CENTER;
    double titleX = d == 0 ? 4 : last ? width - 4 : x;
    pen.text(
        look.fonts().fit(dimension.name(), room, Type.STRONG),
        titleX,
        10,
        align,
        Type.STRONG,
        look.ink());
    Axis axis = axis(d, height);
    for (Tick tick : ticks(dimension, axis)) {
      double y = axis.at(tick.value());
      pen.level(x - 3, x + 3, y, look.muted());
      String word = look.fonts().fit(tick.words(), last ? RIGHT - 10 : room / 2, Type.LABEL);
      // on a ground of its own, for lines pass behind it
      pen.rectangle(
          x + 5,
          y - 7,
          look.fonts().width(word, Type.LABEL) + 3,
          14,
          look.surface().deriveColor(0, 1, 1, 0.82));
      pen.text(word, x + 6, y, Pen.Align.LEFT, Type.LABEL, look.muted());
    }
  }

  private List<Tick> ticks(Dimension dimension, Axis axis) {
    if (dimension.choices().isEmpty()) {
      return axis.ticks(TICKS, words());
    }
    return IntStream.range(0, dimension.choices().size())
        .mapToObj(i -> new Tick(i, dimension.choices().get(i)))
        .toList();
  }

  /** The axis of a dimension, upwards. */
  private Axis axis(int d, double height) {
    Dimension dimension = content.get().dimensions().get(d);
    double[] values =
        ranked.stream().mapToDouble(line -> line.values()[d]).filter(Double::isFinite).toArray();
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(1);
    Axis axis =
        dimension.choices().isEmpty()
            ? Axis.of(dimension.log() ? Axis.Kind.LOG : Axis.Kind.LINEAR, low, high)
            : Axis.of(Axis.Kind.WHOLE, 0, Math.max(1, dimension.choices().size() - 1));
    return axis.padded(0.04, 0.04).on(height - FOOT, HEAD);
  }

  private void path(
      Pen pen, Line line, double width, double height, Color colour, double thickness) {
    int count = line.values().length;
    double[] x = new double[count];
    double[] y = new double[count];
    for (int d = 0; d < count; d++) {
      x[d] = x(d, width);
      y[d] = axis(d, height).at(line.values()[d]);
    }
    pen.path(x, y, count, colour, thickness);
  }

  private double gap(double width) {
    return (width - LEFT - RIGHT) / Math.max(1, content.get().dimensions().size() - 1);
  }

  private double x(int d, double width) {
    return LEFT + d * gap(width);
  }

  @Override
  void drawCursor(Pen pen, double width, double height) {
    if (cursor < 0) {
      return;
    }
    Look look = look();
    Line line = ranked.get(cursor);
    path(pen, line, width, height, look.surface(), 5);
    path(pen, line, width, height, look.series(line.colour()), 3);
    for (int d = 0; d < line.values().length; d++) {
      if (Double.isFinite(line.values()[d])) {
        pen.circle(
            x(d, width), axis(d, height).at(line.values()[d]), 4, look.series(line.colour()));
      }
    }
    Readout readout = read(line);
    Card.draw(pen, look, readout, width / 2, height / 2, width, height);
  }

  private Readout read(Line line) {
    List<Readout.Line> lines = new ArrayList<>();
    for (int d = 0; d < line.values().length; d++) {
      if (!Double.isNaN(line.values()[d])) {
        lines.add(Readout.line(content.get().dimensions().get(d).name(), word(d, line)));
      }
    }
    return new Readout(line.name(), lines);
  }

  private String word(int d, Line line) {
    Dimension dimension = content.get().dimensions().get(d);
    double value = line.values()[d];
    return dimension.choices().isEmpty()
        ? words().value(value)
        : dimension.choices().get((int) value);
  }

  @Override
  void hover(double px, double py) {
    int nearest = -1;
    double least = NEAR;
    for (int at = 0; at < ranked.size(); at++) {
      double away = away(ranked.get(at), px, py);
      if (away < least) {
        least = away;
        nearest = at;
      }
    }
    move(nearest);
  }

  /** How far a line is from a point, upright. */
  private double away(Line line, double px, double py) {
    double width = wide();
    for (int d = 0; d + 1 < line.values().length; d++) {
      double left = x(d, width);
      double right = x(d + 1, width);
      if (px >= left && px <= right) {
        double share = (px - left) / (right - left);
        double from = axis(d, high()).at(line.values()[d]);
        double to = axis(d + 1, high()).at(line.values()[d + 1]);
        double away = Math.abs(from + share * (to - from) - py);
        return Double.isNaN(away) ? Double.MAX_VALUE : away;
      }
    }
    return Double.MAX_VALUE;
  }

  private void move(int to) {
    cursor = to;
    say(to < 0 ? "" : read(ranked.get(to)).words());
    redrawCursor();
  }

  @Override
  void leave() {
    move(-1);
  }

  @Override
  boolean step(KeyCode key) {
    if (ranked.isEmpty()) {
      return false;
    }
    switch (key) {
      case UP, LEFT -> move(Math.max(0, cursor - 1));
      case DOWN, RIGHT -> move(Math.min(ranked.size() - 1, cursor + 1));
      case HOME -> move(0);
      case END -> move(ranked.size() - 1);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  void pick(boolean key) {
    if (cursor >= 0) {
      onPick.accept(ranked.get(cursor).number());
    }
  }

  @Override
  boolean escape() {
    boolean any = cursor >= 0;
    move(-1);
    return any;
  }
}
