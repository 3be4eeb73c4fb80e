package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;

/**
 * Tens of thousands of points of a plane without axes. The mouse and the arrow keys, which go to
 * the nearest point in their direction, move a cursor; Enter or a click opens a point; Space, or a
 * line drawn around them, selects points: with the lasso on by dragging, else by dragging with
 * Shift. FX thread only.
 */
public final class PointCloud extends CanvasChart {
  private static final double NEAR = 14;
  private static final double SIDE = 3;
  private static final double SELECTED = 5;
  private static final double MARGIN = 8;
  private static final double FOOT = 24;

  private final ObjectProperty<Cloud> cloud = new SimpleObjectProperty<>(Cloud.EMPTY);
  private final ObjectProperty<Marks> marks = new SimpleObjectProperty<>(Marks.NONE);
  private final ObjectProperty<BitSet> selection = new SimpleObjectProperty<>(new BitSet());
  private final BooleanProperty lasso = new SimpleBooleanProperty();
  private final ObjectProperty<IntFunction<List<Fact>>> facts =
      new SimpleObjectProperty<>(point -> List.of());
  private final ObjectProperty<Integer> opened = new SimpleObjectProperty<>();
  private CloudPlaces places;
  private int[] colours;
  private int cursor = -1;
  private double[] lineX = new double[64];
  private double[] lineY = new double[64];
  private int corners;

  /**
   * A line of the readout.
   *
   * @param name what it is
   */
  public record Fact(String name, String value) {}

  /**
   * Points that stand out.
   *
   * @param one the point that is looked at; -1 for none
   * @param others points that belong to it
   */
  public record Marks(int one, int[] others) {
    public static final Marks NONE = new Marks(-1, new int[0]);
  }

  @SuppressWarnings("this-escape") // listeners are called after construction only
  public PointCloud() {
    super(Zoom.Reach.BOTH);
    getStyleClass().add("point-cloud");
    setFocusTraversable(true);
    cloud.subscribe(this::changed);
    marks.subscribe(this::redraw);
    selection.subscribe(this::redraw);
    new ChartHands(this).attach();
  }

  public ObjectProperty<Cloud> cloudProperty() {
    return cloud;
  }

  public ObjectProperty<Marks> marksProperty() {
    return marks;
  }

  /** The selected points; not to be changed in place. */
  public ObjectProperty<BitSet> selectionProperty() {
    return selection;
  }

  /** Whether dragging draws a line around points in place of moving the part that is shown. */
  public BooleanProperty lassoProperty() {
    return lasso;
  }

  /** What is said of a point beside its name. */
  public ObjectProperty<IntFunction<List<Fact>>> factsProperty() {
    return facts;
  }

  /** The point that a click or Enter chose last. */
  public ObjectProperty<Integer> openedProperty() {
    return opened;
  }

  /** Selects the points that are in sight and not hidden. */
  public void selectInSight() {
    selection.set(
        bits(IntStream.range(0, cloud.get().size()).filter(i -> shown(i) && places().inSight(i))));
  }

  private static BitSet bits(IntStream points) {
    BitSet bits = new BitSet();
    points.forEach(bits::set);
    return bits;
  }

  private void changed() {
    cursor = -1;
    say("");
    names()
        .name(
            cloud.get().colours() instanceof Cloud.Groups groups
                ? IntStream.range(0, groups.name().size())
                    .mapToObj(g -> new Legend.Key(groups.name().get(g), groups.colour()[g]))
                    .toList()
                : List.of());
    redraw();
  }

  @Override
  public ChartTable table() {
    Cloud now = cloud.get();
    boolean grouped = now.colours() instanceof Cloud.Groups;
    List<String> header =
        List.of(
            words().column("name", ""),
            words().column("x", ""),
            words().column("y", ""),
            words().column(grouped ? "series" : "value", ""));
    return ChartTable.of(
        header,
        now.size(),
        row ->
            List.of(
                now.name().get(row),
                ChartTable.cell(now.x()[row]),
                ChartTable.cell(now.y()[row]),
                switch (now.colours()) {
                  case Cloud.Groups groups -> groups.name().get(groups.group()[row]);
                  case Cloud.Shades shades -> ChartTable.cell(shades.share()[row]);
                }));
  }

  @Override
  public String describe() {
    return CloudWords.describe(words(), cloud.get(), marks.get(), selection.get());
  }

  @Override
  boolean isBlank() {
    return cloud.get().size() == 0;
  }

  @Override
  void invalidate() {
    places = null;
    colours = null;
  }

  private CloudPlaces places() {
    if (places == null) {
      places = CloudPlaces.of(cloud.get(), zoom(), plotBox());
    }
    return places;
  }

  private int[] colours() {
    if (colours == null) {
      colours = CloudInk.of(cloud.get(), look(), names());
    }
    return colours;
  }

  private boolean shown(int point) {
    return colours()[point] != 0;
  }

  @Override
  Box plotBox() {
    double foot = cloud.get().colours() instanceof Cloud.Shades ? FOOT : MARGIN;
    return new Box(
        MARGIN, MARGIN, Math.max(1, wide() - 2 * MARGIN), Math.max(1, high() - MARGIN - foot));
  }

  @Override
  protected void draw(Pen pen, double width, double height) {
    Look look = look();
    Box box = plotBox();
    CloudPlaces at = CloudPlaces.of(cloud.get(), zoom(), box);
    int[] all = CloudInk.of(cloud.get(), look, names());
    BitSet chosen = selection.get();
    if (chosen.isEmpty()) {
      pen.dots(box, at.x(), at.y(), all, SIDE);
    } else {
      int[] pale = Arrays.stream(all).map(colour -> CloudInk.paled(colour, look)).toArray();
      int[] strong = new int[all.length];
      chosen.stream().filter(i -> i < all.length).forEach(i -> strong[i] = all[i]);
      pen.dots(box, at.x(), at.y(), pale, SIDE);
      pen.dots(box, at.x(), at.y(), strong, SELECTED);
    }
    pen.clipped(box.x(), box.y(), box.width(), box.height(), () -> drawMarks(pen, look, at));
    if (cloud.get().colours() instanceof Cloud.Shades shades) {
      CloudInk.drawScale(pen, look, shades, box);
    }
  }

  private void drawMarks(Pen pen, Look look, CloudPlaces at) {
    for (int other : marks.get().others()) {
      pen.ring(at.x()[other], at.y()[other], 5, look.ink(), 1);
    }
    if (marks.get().one() >= 0) {
      int one = marks.get().one();
      pen.circle(at.x()[one], at.y()[one], 5, look.accent());
      pen.ring(at.x()[one], at.y()[one], 8, look.ink(), 2);
    }
  }

  @Override
  void drawCursor(Pen pen, double width, double height) {
    Look look = look();
    if (corners > 1) {
      pen.path(lineX, lineY, corners, look.ink(), 1.5, 4, 3);
    }
    if (cursor >= 0 && places().inSight(cursor)) {
      double x = places().x()[cursor];
      double y = places().y()[cursor];
      pen.ring(x, y, 6, look.ink(), 1.5);
      Card.draw(pen, look, read(cursor), x, y, width, height);
    }
  }

  private Readout read(int point) {
    List<Readout.Line> lines = new ArrayList<>();
    facts.get().apply(point).forEach(fact -> lines.add(Readout.line(fact.name(), fact.value())));
    return new Readout(cloud.get().name().get(point), lines);
  }

  @Override
  void hover(double x, double y) {
    moveTo(places().nearest(x, y, NEAR, colours()));
  }

  @Override
  void leave() {
    moveTo(-1);
  }

  private void moveTo(int point) {
    cursor = point;
    say(point < 0 ? "" : read(point).words());
    redrawCursor();
  }

  @Override
  boolean step(KeyCode key) {
    if (key == KeyCode.SPACE) {
      if (cursor >= 0) {
        BitSet next = (BitSet) selection.get().clone();
        next.flip(cursor);
        selection.set(next);
      }
      return true;
    }
    if (!key.isArrowKey()) {
      return false;
    }
    int next = cursor < 0 ? start() : places().next(cursor, key, colours());
    if (next >= 0) {
      Box box = plotBox();
      double right = (places().x()[next] - box.x()) / box.width();
      double above = (box.bottom() - places().y()[next]) / box.height();
      double left = zoom().left();
      double bottom = zoom().bottom();
      if (zoom()
          .reveal(
              left + right * (zoom().right() - left), bottom + above * (zoom().top() - bottom))) {
        redraw();
      }
      moveTo(next);
    }
    return true;
  }

  /** The point that is looked at, else the one in the middle. */
  private int start() {
    Box box = plotBox();
    int one = marks.get().one();
    return one >= 0 && shown(one)
        ? one
        : places()
            .nearest(
                box.x() + box.width() / 2,
                box.y() + box.height() / 2,
                Double.POSITIVE_INFINITY,
                colours());
  }

  @Override
  void pick(boolean key) {
    if (cursor >= 0) {
      opened.set(null);
      opened.set(cursor);
    }
  }

  @Override
  boolean trace(double x, double y, boolean shift) {
    if (lasso.get() == shift && corners == 0) {
      return false;
    }
    if (corners == lineX.length) {
      lineX = Arrays.copyOf(lineX, 2 * corners);
      lineY = Arrays.copyOf(lineY, 2 * corners);
    }
    lineX[corners] = x;
    lineY[corners++] = y;
    cursor = -1;
    redrawCursor();
    return true;
  }

  @Override
  void traced() {
    if (corners > 2) {
      selection.set(
          bits(
              IntStream.range(0, cloud.get().size())
                  .filter(i -> shown(i) && places().inside(i, lineX, lineY, corners))));
    }
    corners = 0;
    redrawCursor();
  }

  @Override
  boolean escape() {
    boolean had = !selection.get().isEmpty();
    selection.set(new BitSet());
    return had;
  }
}
