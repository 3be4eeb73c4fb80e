package io.aisle.ui.chart;

import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/**
 * A chart in two layers: the data, drawn anew at most once a pulse when data, size, colours or the
 * part that is shown change; and the cursor with its readout, drawn anew whenever it moves. FX
 * thread only.
 */
public abstract class CanvasChart extends StyledRegion {
  private final Layer ground = new Layer();
  private final Layer overlay = new Layer();
  private final Legend legend = new Legend(this::toggled);
  private final Zoom zoom;
  private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper();
  private final StringProperty emptyText = new SimpleStringProperty("");
  private ChartWords words;
  private boolean stale = true;

  @SuppressWarnings("this-escape") // listeners are called after construction only
  CanvasChart(Zoom.Reach reach) {
    zoom = new Zoom(reach);
    getStyleClass().add("canvas-chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().addAll(ground.canvas(), overlay.canvas());
    emptyText.subscribe(this::redraw);
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::renderScaleXProperty)
        .addListener((property, was, is) -> redraw());
  }

  /** Draws everything but the cursor into {@code [0, width) x [0, height)}, which is blank. */
  protected abstract void draw(Pen pen, double width, double height);

  /** Draws the cursor over the data; nothing when there is none. */
  void drawCursor(Pen pen, double width, double height) {}

  /** The data that is shown, hidden series too. */
  public abstract ChartTable table();

  /** What the chart shows, in words: for those who cannot see it. */
  public abstract String describe();

  /** Whether there is nothing to draw. */
  abstract boolean isBlank();

  /** A series was hidden or shown. */
  void toggled() {
    redraw();
  }

  /** The pointer is at a place of the chart. */
  void hover(double x, double y) {}

  /** The pointer or the focus has gone. */
  void leave() {}

  /** Moves the cursor by a key; whether the key means anything here. */
  boolean step(KeyCode key) {
    return false;
  }

  /**
   * Chooses what is under the cursor.
   *
   * @param key by Enter; else by a click
   */
  void pick(boolean key) {}

  /** Drags from one place to another; whether that means something other than moving the part. */
  boolean drag(double fromX, double toX, boolean ended) {
    return false;
  }

  /**
   * Dragging to a place draws a line; whether that means something here.
   *
   * @param shift whether Shift is held down
   */
  boolean trace(double x, double y, boolean shift) {
    return false;
  }

  /** The line ends here. */
  void traced() {}

  /** Takes back what was chosen; whether there was anything. */
  boolean escape() {
    return false;
  }

  /** Where the data lie, for enlarging around the pointer. */
  Box plotBox() {
    return new Box(0, 0, Math.max(1, getWidth()), Math.max(1, getHeight()));
  }

  /** The series that can be hidden; none for charts of one. */
  public final ObservableList<LegendEntry> legend() {
    return legend.entries();
  }

  /** What is under the cursor, in one line; empty when nothing is. */
  public final ReadOnlyStringProperty readoutProperty() {
    return readout.getReadOnlyProperty();
  }

  /** Whether there is nothing to draw. */
  public final ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** What stands in place of a chart without data; the common words when it is empty. */
  public final StringProperty emptyTextProperty() {
    return emptyText;
  }

  public final String getEmptyText() {
    return emptyText.get();
  }

  public final void setEmptyText(String text) {
    emptyText.set(text);
  }

  /** Gives the chart its language; charts in a {@link ChartFrame} get it from there. */
  public final void equip(ChartTools tools) {
    words = new ChartWords(tools.texts(), tools.numbers());
    redraw();
  }

  /** Whether only a part is shown. */
  public final ReadOnlyBooleanProperty zoomedProperty() {
    return zoomed.getReadOnlyProperty();
  }

  /** Shows the whole again. */
  public final void showAll() {
    if (zoom.reset()) {
      redraw();
    }
  }

  final Legend names() {
    return legend;
  }

  final Zoom zoom() {
    return zoom;
  }

  final ChartWords words() {
    if (words == null) {
      words = new ChartWords(new Texts(Locale.ENGLISH), new Numbers(Locale.ENGLISH));
    }
    return words;
  }

  final void say(String line) {
    readout.set(line);
  }

  /** To be called when data changed. */
  final void redraw() {
    stale = true;
    invalidate();
    empty.set(isBlank());
    zoomed.set(zoom.zoomed());
    setNeedsLayout(true);
  }

  /** Forgets what was worked out from the data or the part that is shown. */
  void invalidate() {}

  /** To be called when the cursor moved. */
  final void redrawCursor() {
    if (!stale) {
      drawOverlay();
    }
  }

  @Override
  final void restyled() {
    stale = true;
    setNeedsLayout(true);
  }

  @Override
  protected void layoutChildren() {
    double width = wide();
    double height = high();
    if (width < 1 || height < 1) {
      return;
    }
    if (!stale && ground.fits(width, height, scale())) {
      return;
    }
    stale = false;
    invalidate();
    ground.size(width, height, scale());
    paint(ground.blank(look().fonts()), width, height);
    drawOverlay();
  }

  /** Draws the data or, where there are none, the words that say so. */
  final void paint(Pen pen, double width, double height) {
    if (isBlank()) {
      Look look = look();
      String text = emptyText.get().isEmpty() ? words().of("chart.empty") : emptyText.get();
      Sentence.draw(pen, look, text, width, height);
    } else {
      draw(pen, width, height);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.TEXT) {
      String own = getAccessibleText();
      return own == null || own.isEmpty() ? describe() : own + ". " + describe();
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }

  /** Width of the drawing on the screen. */
  final double wide() {
    return Layer.whole(getWidth(), scale());
  }

  /** Height of the drawing on the screen. */
  final double high() {
    return Layer.whole(getHeight(), scale());
  }

  /** The cursor's layer is no larger than the cursor: the renderer draws anew all of a layer. */
  private void drawOverlay() {
    Fonts fonts = look().fonts();
    Reach reach = new Reach(fonts, scale());
    if (!isBlank()) {
      drawCursor(reach, wide(), high());
    }
    Box box = reach.within(wide(), high());
    overlay.canvas().setVisible(box != null);
    if (box != null) {
      overlay.cover(box, scale());
      drawCursor(overlay.blank(fonts), wide(), high());
    }
  }

  /** Device pixels for each CSS pixel. */
  private double scale() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : Math.max(1, window.getRenderScaleX());
  }
}
