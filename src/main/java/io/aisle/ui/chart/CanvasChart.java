package io.aisle.ui.chart;

import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * A chart that is drawn anew, at most once a pulse, when its data, size or colours change. The
 * colours are CSS properties, so a theme changes them like any other. FX thread only.
 */
@SuppressWarnings(
    "this-escape") // the colours need the chart they belong to, and call nothing of it
public abstract class CanvasChart extends Region {
  /** Number of series colours. */
  public static final int SERIES = 6;

  private static final StyleablePropertyFactory<CanvasChart> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<CanvasChart, Color> INK = colour("ink", chart -> chart.ink);
  private static final CssMetaData<CanvasChart, Color> MUTED =
      colour("muted", chart -> chart.muted);
  private static final CssMetaData<CanvasChart, Color> GRID = colour("grid", chart -> chart.grid);
  private static final CssMetaData<CanvasChart, Color> SURFACE =
      colour("surface", chart -> chart.surface);
  private static final CssMetaData<CanvasChart, Color> ACCENT =
      colour("accent", chart -> chart.accent);
  private static final List<CssMetaData<CanvasChart, Color>> SERIES_COLOURS = seriesColours();

  private final Canvas canvas = new Canvas();
  private final StyleableProperty<Color> ink = property(INK);
  private final StyleableProperty<Color> muted = property(MUTED);
  private final StyleableProperty<Color> grid = property(GRID);
  private final StyleableProperty<Color> surface = property(SURFACE);
  private final StyleableProperty<Color> accent = property(ACCENT);
  private final List<StyleableProperty<Color>> series =
      SERIES_COLOURS.stream().map(this::property).toList();

  protected CanvasChart() {
    getStyleClass().add("canvas-chart");
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  /** Draws everything into {@code [0, width) x [0, height)}, which is blank. */
  protected abstract void draw(GraphicsContext graphics, double width, double height);

  /** To be called when data changed. */
  protected final void redraw() {
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (width < 1 || height < 1) {
      return;
    }
    canvas.setWidth(width);
    canvas.setHeight(height);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, width, height);
    graphics.setFont(Font.font("Inter", 11));
    graphics.setTextBaseline(VPos.CENTER);
    draw(graphics, width, height);
  }

  protected final Color ink() {
    return ink.getValue();
  }

  protected final Color muted() {
    return muted.getValue();
  }

  protected final Color grid() {
    return grid.getValue();
  }

  protected final Color surface() {
    return surface.getValue();
  }

  protected final Color accent() {
    return accent.getValue();
  }

  /** The colour of a series; they repeat after {@link #SERIES}. */
  protected final Color series(int index) {
    return series.get(Math.floorMod(index, SERIES)).getValue();
  }

  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return getClassCssMetaData();
  }

  private StyleableProperty<Color> property(CssMetaData<CanvasChart, Color> data) {
    return new javafx.css.SimpleStyleableObjectProperty<>(data, this, data.getProperty()) {
      @Override
      protected void invalidated() {
        requestLayout();
      }
    };
  }

  private static CssMetaData<CanvasChart, Color> colour(
      String name, Function<CanvasChart, StyleableProperty<Color>> property) {
    return FACTORY.createColorCssMetaData("-aisle-" + name, property, Color.GRAY);
  }

  private static List<CssMetaData<CanvasChart, Color>> seriesColours() {
    return java.util.stream.IntStream.range(0, SERIES)
        .mapToObj(index -> colour("series-" + (index + 1), chart -> chart.series.get(index)))
        .toList();
  }
}
