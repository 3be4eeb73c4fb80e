package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.paint.Color;

/**
 * Two bars for each name, each kind scaled by its own largest absolute value unless both have one
 * scale; what is negative runs to the left of the axis. A kind may be absent (NaN). Where rows can
 * be chosen a click or Enter chooses one. FX thread only.
 */
public final class BarPairs extends RowChart {
  private static final double BAR = 8;
  private static final int NONE = -1;
  private static final double FADED = 0.45;

  private final ObjectProperty<List<Pair>> pairs = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Integer> chosen = new SimpleObjectProperty<>(NONE);
  private final BooleanProperty choosable = new SimpleBooleanProperty();
  private final BooleanProperty sameScale = new SimpleBooleanProperty();
  private final StringProperty firstName = new SimpleStringProperty("");
  private final StringProperty secondName = new SimpleStringProperty("");

  /** The two values of a name; NaN when there is none. */
  public record Pair(String name, double first, double second) {}

  public BarPairs() {
    getStyleClass().add("bar-pairs");
    pairs.subscribe(this::renewed);
    chosen.subscribe(this::redraw);
    sameScale.subscribe(this::renewed);
    firstName.subscribe(this::renewed);
    secondName.subscribe(this::renewed);
    new ChartHands(this).attach();
  }

  public ObjectProperty<List<Pair>> pairsProperty() {
    return pairs;
  }

  /** The row that a click or Enter chose; -1 when none is. Choosing it again takes it back. */
  public ObjectProperty<Integer> chosenProperty() {
    return chosen;
  }

  /** Whether rows can be chosen. */
  public BooleanProperty choosableProperty() {
    return choosable;
  }

  public boolean isChoosable() {
    return choosable.get();
  }

  public void setChoosable(boolean can) {
    choosable.set(can);
  }

  /** Whether both kinds are of one unit and have one scale. */
  public BooleanProperty sameScaleProperty() {
    return sameScale;
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
  int rows() {
    return pairs.get().size();
  }

  @Override
  protected void draw(Pen pen, double width, double height) {
    Look look = look();
    List<Pair> shown = pairs.get();
    double names = names(width);
    PairScale scale = PairScale.of(shown, sameScale.get());
    double reach = (width - names - 8) / (1 + scale.left());
    double zero = pen.snap(names + reach * scale.left());
    for (int row = 0; row < shown.size(); row++) {
      Pair pair = shown.get(row);
      double y = row * ROW + (ROW - 2 * BAR) / 2;
      name(pen, look, row, pair.name(), width);
      boolean one = draws(0) && !Double.isNaN(pair.first());
      boolean two = draws(1) && !Double.isNaN(pair.second());
      double alone = y + BAR / 2;
      if (one) {
        bar(pen, colour(look, row, 0), zero, reach * pair.first() / scale.first(), two ? y : alone);
      }
      if (two) {
        bar(
            pen,
            colour(look, row, 1),
            zero,
            reach * pair.second() / scale.second(),
            one ? y + BAR : alone);
      }
    }
    pen.upright(zero, 0, shown.size() * ROW, look.grid());
  }

  @Override
  void pick(boolean key) {
    if (choosable.get() && cursor() != NONE) {
      chosen.set(chosen.get() == cursor() ? NONE : cursor());
    }
  }

  @Override
  boolean escape() {
    boolean had = chosen.get() != NONE;
    chosen.set(NONE);
    return had;
  }

  @Override
  Readout read(int row) {
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

  private void renewed() {
    boolean named = !firstName.get().isEmpty() && !secondName.get().isEmpty();
    boolean both = pairs.get().stream().anyMatch(pair -> !Double.isNaN(pair.first()));
    names()
        .name(
            named && both
                ? List.of(new Legend.Key(firstName.get(), 0), new Legend.Key(secondName.get(), 1))
                : List.of());
    if (chosen.get() >= pairs.get().size()) {
      chosen.set(NONE);
    }
    changed();
  }

  private boolean draws(int kind) {
    return names().shows(kind == 0 ? firstName.get() : secondName.get(), kind);
  }

  private Color colour(Look look, int row, int kind) {
    boolean full = chosen.get() == NONE || chosen.get() == row;
    return full ? look.series(kind) : look.faint(kind, FADED);
  }

  private static void bar(Pen pen, Color colour, double zero, double length, double y) {
    if (Double.isFinite(length)) {
      double from = length < 0 ? zero + length : zero;
      pen.crisp(from, y, Math.abs(length), BAR - 1, colour);
    }
  }
}
