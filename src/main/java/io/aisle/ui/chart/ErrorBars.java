package io.aisle.ui.chart;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A level bar for each name, to the right where it is above 0 and to the left where it is below,
 * with its interval as a whisker; all on one scale. FX thread only.
 */
public final class ErrorBars extends RowChart {
  private static final double BAR = 12;
  private static final double CAP = 7;
  private static final double EDGE = 8;

  private final ObjectProperty<List<Bar>> bars = new SimpleObjectProperty<>(List.of());
  private final StringProperty aboveName = new SimpleStringProperty("");
  private final StringProperty belowName = new SimpleStringProperty("");

  /**
   * A bar.
   *
   * @param low lower end of its interval
   * @param high upper end of it
   */
  public record Bar(String name, double value, double low, double high) {}

  public ErrorBars() {
    getStyleClass().add("error-bars");
    bars.subscribe(this::renewed);
    aboveName.subscribe(this::renewed);
    belowName.subscribe(this::renewed);
    new ChartHands(this).attach();
  }

  public ObjectProperty<List<Bar>> barsProperty() {
    return bars;
  }

  /** What a bar to the right means. */
  public StringProperty aboveNameProperty() {
    return aboveName;
  }

  public String getAboveName() {
    return aboveName.get();
  }

  public void setAboveName(String name) {
    aboveName.set(name);
  }

  /** What a bar to the left means. */
  public StringProperty belowNameProperty() {
    return belowName;
  }

  public String getBelowName() {
    return belowName.get();
  }

  public void setBelowName(String name) {
    belowName.set(name);
  }

  @Override
  public ChartTable table() {
    return new ChartTable(
        Stream.of("name", "value", "low", "high").map(word -> words().column(word, "")).toList(),
        bars.get().stream()
            .map(
                bar ->
                    List.of(
                        bar.name(),
                        ChartTable.cell(bar.value()),
                        ChartTable.cell(bar.low()),
                        ChartTable.cell(bar.high())))
            .toList());
  }

  @Override
  public String describe() {
    return Descriptions.bars(words(), bars.get());
  }

  @Override
  int rows() {
    return bars.get().size();
  }

  @Override
  Readout read(int row) {
    Bar bar = bars.get().get(row);
    return new Readout(
        bar.name(),
        List.of(
            new Readout.Line(kind(bar), names(bar), words().aligned(bar.value())),
            Readout.line(
                words().of("chart.interval"),
                words()
                    .of("chart.span", words().aligned(bar.low()), words().aligned(bar.high())))));
  }

  @Override
  protected void draw(Pen pen, double width, double height) {
    Look look = look();
    List<Bar> shown = bars.get();
    double low =
        shown.stream().mapToDouble(bar -> Math.min(bar.value(), bar.low())).min().orElse(0);
    double high =
        shown.stream().mapToDouble(bar -> Math.max(bar.value(), bar.high())).max().orElse(0);
    Scale x = Scale.of(Math.min(0, low), Math.max(0, high), names(width), width - EDGE);
    double zero = pen.snap(x.at(0));
    for (int row = 0; row < shown.size(); row++) {
      Bar bar = shown.get(row);
      name(pen, look, row, bar.name(), width);
      if (names().shows(names(bar), kind(bar))) {
        double end = x.at(bar.value());
        double top = row * ROW + (ROW - BAR) / 2;
        pen.crisp(Math.min(zero, end), top, Math.abs(end - zero), BAR, look.series(kind(bar)));
        if (bar.high() > bar.low()) {
          whisker(pen, look, x.at(bar.low()), x.at(bar.high()), row * ROW + ROW / 2);
        }
      }
    }
    pen.upright(zero, 0, shown.size() * ROW, look.grid());
  }

  private static void whisker(Pen pen, Look look, double from, double to, double y) {
    pen.level(from, to, y, look.ink());
    pen.upright(from, y - CAP / 2, y + CAP / 2, look.ink());
    pen.upright(to, y - CAP / 2, y + CAP / 2, look.ink());
  }

  private void renewed() {
    boolean named = !aboveName.get().isEmpty() && !belowName.get().isEmpty();
    names()
        .name(
            named && rows() > 0
                ? List.of(new Legend.Key(aboveName.get(), 0), new Legend.Key(belowName.get(), 1))
                : List.of());
    changed();
  }

  private static int kind(Bar bar) {
    return bar.value() < 0 ? 1 : 0;
  }

  private String names(Bar bar) {
    return kind(bar) == 0 ? aboveName.get() : belowName.get();
  }
}
