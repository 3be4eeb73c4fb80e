package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * A chart as it is carried elsewhere: with its heading, the series that are shown and the part that
 * is shown, without the cursor. FX thread only.
 */
final class Picture {
  /** Pixels of an image for each CSS pixel. */
  static final double SHARPNESS = 2;

  private static final double PAD = 14;
  private static final double HEAD = 24;
  private static final double KEYS = 22;
  private static final double GAP = 18;
  private static final double LEAST = 320;
  private static final double FOOT = 20;

  private final CanvasChart chart;
  private final String title;
  private final String subtitle;
  private final String note;
  private final double width;
  private final double height;
  private final double inner;
  private final double chartHeight;

  /**
   * @param note under the chart; "" without
   */
  Picture(CanvasChart chart, String title, String subtitle, String note) {
    this.chart = chart;
    this.title = title == null ? "" : title;
    this.subtitle = subtitle == null ? "" : subtitle;
    this.note = note;
    inner = Math.max(LEAST, Math.floor(chart.getWidth()));
    chartHeight = Math.max(80, Math.floor(chart.getHeight()));
    width = inner + 2 * PAD;
    height = 2 * PAD + head() + keys().size() * KEYS + chartHeight + (note.isEmpty() ? 0 : FOOT);
  }

  /** The whole as an SVG file. */
  String svg() {
    String name = subtitle.isEmpty() ? title : title + " · " + subtitle;
    SvgPen pen = new SvgPen(width, height, chart.look().fonts().family(), name);
    pen.describe(Sentence.joined(chart.describe(), note));
    draw(pen, pen::shifted);
    return pen.markup();
  }

  /** The whole as pixels, {@link #SHARPNESS} for each CSS pixel. */
  WritableImage image() {
    Canvas canvas = new Canvas(Math.ceil(width * SHARPNESS), Math.ceil(height * SHARPNESS));
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.scale(SHARPNESS, SHARPNESS);
    CanvasPen pen = new CanvasPen(graphics, chart.look().fonts(), SHARPNESS);
    draw(
        pen,
        (x, y, drawing) -> {
          graphics.save();
          graphics.translate(x, y);
          drawing.run();
          graphics.restore();
        });
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    return canvas.snapshot(parameters, null);
  }

  /** Draws something somewhere else. */
  private interface Shift {
    void draw(double x, double y, Runnable drawing);
  }

  private void draw(Pen pen, Shift shift) {
    Look look = chart.look();
    pen.rectangle(0, 0, width, height, look.surface());
    drawHead(pen, look);
    double y = PAD + head() + KEYS / 2 - 4;
    for (List<LegendEntry> row : keys()) {
      double x = PAD;
      for (LegendEntry key : row) {
        pen.circle(x + 4, y, 4, look.series(key.colour()));
        pen.text(key.name(), x + 13, y, Pen.Align.LEFT, Type.LABEL, look.ink());
        x += keyWidth(key);
      }
      y += KEYS;
    }
    shift.draw(
        PAD, PAD + head() + keys().size() * KEYS, () -> chart.paint(pen, inner, chartHeight));
    if (!note.isEmpty()) {
      String words = look.fonts().fit(note, inner, Type.SUBTITLE);
      pen.text(words, PAD, height - PAD, Pen.Align.LEFT, Type.SUBTITLE, look.muted());
    }
  }

  private void drawHead(Pen pen, Look look) {
    Fonts fonts = look.fonts();
    if (head() == 0) {
      return;
    }
    String shown = fonts.fit(title, inner, Type.TITLE);
    pen.text(shown, PAD, PAD + 8, Pen.Align.LEFT, Type.TITLE, look.ink());
    double used = title.isEmpty() ? 0 : fonts.width(shown, Type.TITLE) + 10;
    if (!subtitle.isEmpty() && inner - used > 40) {
      String words = fonts.fit(subtitle, inner - used, Type.SUBTITLE);
      pen.text(words, PAD + used, PAD + 8, Pen.Align.LEFT, Type.SUBTITLE, look.muted());
    }
  }

  private double head() {
    return title.isEmpty() && subtitle.isEmpty() ? 0 : HEAD;
  }

  /** The keys of the series that are shown, in rows as wide as the chart. */
  private List<List<LegendEntry>> keys() {
    List<List<LegendEntry>> rows = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (LegendEntry entry : chart.legend()) {
      if (entry.visible().get()) {
        double wide = keyWidth(entry);
        if (used + wide > inner + GAP) {
          rows.add(new ArrayList<>());
          used = 0;
        }
        rows.getLast().add(entry);
        used += wide;
      }
    }
    return rows;
  }

  private double keyWidth(LegendEntry entry) {
    return 13 + chart.look().fonts().width(entry.name(), Type.LABEL) + GAP;
  }
}
