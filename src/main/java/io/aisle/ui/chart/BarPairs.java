package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCode;

/**
 * Two bars for each name, each kind scaled by its own largest absolute value; what is negative runs
 * to the left of the axis. A kind may be absent (NaN). FX thread only.
 */
public final class BarPairs extends CanvasChart {
  private static final double ROW = 26;
  private static final double BAR = 8;
  private static final double NAMES = 0.46;

  private final ObjectProperty<List<Pair>> pairs = new SimpleObjectProperty<>(List.of());
  private final StringProperty firstName = new SimpleStringProperty("");
  private final StringProperty secondName = new SimpleStringProperty("");
  private int cursor = -1;

  /** The two values of a name; NaN when there is none. */
  public record Pair(String name, double first, double second) {}

  public BarPairs() {
    super(Zoom.Reach.NONE);
    getStyleClass().add("bar-pairs");
    setFocusTraversable(true);
    pairs.subscribe(this::changed);
    firstName.subscribe(this::changed);
    secondName.subscribe(this::changed);
    new ChartHands(this).attach();
  }

  public ObjectProperty<List<Pair>> pairsProperty() {
    return pairs;
  }

  /** What the first value is; the legend appears when both have a name. */
  public StringProperty firstNameProperty() {
    return firstName;
  }

  public String getFirstName() {
    return firstName.get();
  }

  public void setFirstName(String name) {
    firstName.set(name);
  }

  /** What the second value is. */
  public StringProperty secondNameProperty() {
    return secondName;
  }

  public String getSecondName() {
    return secondName.get();
  }

  public void setSecondName(String name) {
    secondName.set(name);
  }

  @Override
  public ChartTable table() {
    return new ChartTable(
        List.of(
            words().column("name", ""),
            words().column("first", firstName.get()),
            words().column("second", secondName.get())),
        pairs.get().stream()
            .map(
                pair ->
                    List.of(
                        pair.name(), ChartTable.cell(pair.first()), ChartTable.cell(pair.second())))
            .toList());
  }

  @Override
  public String describe() {
    return Descriptions.pairs(words(), firstName.get(), secondName.get(), pairs.get());
  }

  @Override
  boolean isBlank() {
    return pairs.get().isEmpty();
  }

  @Override
  protected double computePrefHeight(double width) {
    return pairs.get().size() * ROW + 4;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void draw(Pen pen, double width, double height) {
    Look look = look();
    List<Pair> shown = pairs.get();
    double names = width * NAMES;
    PairScale scale = PairScale.of(shown);
    double reach = (width - names - 8) / (1 + scale.left());
    double zero = pen.snap(names + reach * scale.left());
    for (int row = 0; row < shown.size(); row++) {
      Pair pair = shown.get(row);
      double y = row * ROW + (ROW - 2 * BAR) / 2;
      String name = look.fonts().fit(pair.name(), names - 12, Type.LABEL);
      pen.text(name, names - 8, row * ROW + ROW / 2, Pen.Align.RIGHT, Type.LABEL, look.muted());
      boolean one = draws(0) && !Double.isNaN(pair.first());
      boolean two = draws(1) && !Double.isNaN(pair.second());
      double alone = y + BAR / 2;
      if (one) {
        bar(pen, look, 0, zero, reach * pair.first() / scale.first(), two ? y : alone);
      }
      if (two) {
        bar(pen, look, 1, zero, reach * pair.second() / scale.second(), one ? y + BAR : alone);
      }
    }
    pen.upright(zero, 0, shown.size() * ROW, look.grid());
  }

  @Override
  void drawCursor(Pen pen, double width, double height) {
    if (cursor >= 0 && cursor < pairs.get().size()) {
      Look look = look();
      pen.rectangle(0, cursor * ROW, width, ROW, look.ink().deriveColor(0, 1, 1, 0.07));
      Card.draw(pen, look, read(cursor), width * NAMES, (cursor + 2.6) * ROW, width, height);
    }
  }

  @Override
  void hover(double x, double y) {
    int row = (int) Math.floor(y / ROW);
    moveTo(row >= 0 && row < pairs.get().size() ? row : -1);
  }

  @Override
  void leave() {
    moveTo(-1);
  }

  @Override
  boolean step(KeyCode key) {
    if (pairs.get().isEmpty() || key != KeyCode.UP && key != KeyCode.DOWN) {
      return false;
    }
    int next = cursor < 0 ? 0 : cursor + (key == KeyCode.UP ? -1 : 1);
    moveTo(Math.clamp(next, 0, pairs.get().size() - 1));
    return true;
  }

  private Readout read(int row) {
    Pair pair = pairs.get().get(row);
    List<Readout.Line> lines = new ArrayList<>();
    if (!Double.isNaN(pair.first())) {
      lines.add(new Readout.Line(0, firstName.get(), words().value(pair.first())));
    }
    if (!Double.isNaN(pair.second())) {
      lines.add(new Readout.Line(1, secondName.get(), words().value(pair.second())));
    }
    return new Readout(pair.name(), lines);
  }

  private void moveTo(int row) {
    cursor = row;
    say(row < 0 ? "" : read(row).words());
    redrawCursor();
  }

  private void changed() {
    boolean named = !firstName.get().isEmpty() && !secondName.get().isEmpty();
    boolean both = pairs.get().stream().anyMatch(pair -> !Double.isNaN(pair.first()));
    names()
        .name(
            named && both
                ? List.of(new Legend.Key(firstName.get(), 0), new Legend.Key(secondName.get(), 1))
                : List.of());
    redraw();
    requestLayout();
    moveTo(-1);
  }

  private boolean draws(int kind) {
    return names().shows(kind == 0 ? firstName.get() : secondName.get(), kind);
  }

  private static void bar(Pen pen, Look look, int kind, double zero, double length, double y) {
    if (Double.isFinite(length)) {
      double from = length < 0 ? zero + length : zero;
      pen.crisp(from, y, Math.abs(length), BAR - 1, look.series(kind));
    }
  }
}
