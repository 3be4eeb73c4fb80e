package io.aisle.ui.chart;

import io.aisle.core.report.SvgText;
import javafx.scene.paint.Color;

/**
 * Writes an SVG file that stands alone. Every text is escaped, so names from data cannot become
 * markup; characters that XML does not know are left out. Confined to the caller.
 *
 * <p>The report's pages have a writer of their own: theirs names classes of a style sheet, so that
 * a page follows light and dark; a file that is carried elsewhere needs its colours inside.
 */
final class SvgPen implements Pen {
  private static final String FALLBACKS =
      "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

  private final SvgMarkup markup = new SvgMarkup();
  private int clips;

  /**
   * @param title text alternative of the whole
   */
  SvgPen(double width, double height, String family, String title) {
    markup
        .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(SvgText.number(width))
        .append("\" height=\"")
        .append(SvgText.number(height))
        .append("\" viewBox=\"0 0 ")
        .append(SvgText.number(width))
        .append(' ')
        .append(SvgText.number(height))
        .append("\" role=\"img\" font-family=\"")
        .append(SvgText.escape("'" + family.replace("'", "") + "'," + FALLBACKS))
        .append("\" style=\"font-variant-numeric:tabular-nums\">\n<title>")
        .append(SvgText.escape(title))
        .append("</title>\n");
  }

  /** The whole file; the pen is used up. */
  String markup() {
    return markup.append("</svg>\n").toString();
  }

  @Override
  public void rectangle(double x, double y, double width, double height, Color fill) {
    if (width > 0 && height > 0) {
      markup.open("rect").attribute("x", x).attribute("y", y);
      markup.attribute("width", width).attribute("height", height).paint("fill", fill).close();
    }
  }

  @Override
  public void frame(
      double x, double y, double width, double height, Color stroke, double thickness) {
    markup.open("rect").attribute("x", x).attribute("y", y);
    markup.attribute("width", Math.max(0, width)).attribute("height", Math.max(0, height));
    markup.stroke(stroke, thickness).close();
  }

  @Override
  public void box(
      double x, double y, double width, double height, double radius, Color fill, Color stroke) {
    markup.open("rect").attribute("x", x).attribute("y", y);
    markup.attribute("width", width).attribute("height", height).attribute("rx", radius);
    markup.paint("fill", fill).paint("stroke", stroke).close();
  }

  @Override
  public void line(
      double x1,
      double y1,
      double x2,
      double y2,
      Color stroke,
      double thickness,
      double... dashes) {
    markup.open("line").attribute("x1", x1).attribute("y1", y1);
    markup.attribute("x2", x2).attribute("y2", y2);
    markup.stroke(stroke, thickness, dashes).close();
  }

  @Override
  public void path(
      double[] x, double[] y, int count, Color stroke, double thickness, double... dashes) {
    StringBuilder steps = new StringBuilder();
    boolean down = false;
    for (int i = 0; i < count; i++) {
      if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
        steps
            .append(down ? 'L' : 'M')
            .append(SvgText.number(x[i]))
            .append(' ')
            .append(SvgText.number(y[i]));
        down = true;
      } else {
        down = false;
      }
    }
    if (!steps.isEmpty()) {
      trace(steps.toString(), stroke, thickness, dashes);
    }
  }

  @Override
  public void area(double[] x, double[] top, double[] bottom, int count, Color fill) {
    for (Strip strip : Strip.of(x, top, bottom, count)) {
      StringBuilder corners = new StringBuilder();
      for (int i = 0; i < strip.x().length; i++) {
        corners
            .append(i == 0 ? "" : " ")
            .append(SvgText.number(strip.x()[i]))
            .append(',')
            .append(SvgText.number(strip.y()[i]));
      }
      markup.open("polygon").append(" points=\"").append(corners).append('"');
      markup.paint("fill", fill).close();
    }
  }

  @Override
  public void link(double x1, double y1, double x2, double y2, Color stroke, double thickness) {
    String middle = SvgText.number((x1 + x2) / 2);
    String steps =
        "M%s %sC%s %s %s %s %s %s"
            .formatted(
                SvgText.number(x1),
                SvgText.number(y1),
                middle,
                SvgText.number(y1),
                middle,
                SvgText.number(y2),
                SvgText.number(x2),
                SvgText.number(y2));
    trace(steps, stroke, thickness);
  }

  @Override
  public void circle(double x, double y, double radius, Color fill) {
    markup.open("circle").attribute("cx", x).attribute("cy", y).attribute("r", radius);
    markup.paint("fill", fill).close();
  }

  @Override
  public void ring(double x, double y, double radius, Color stroke, double thickness) {
    markup.open("circle").attribute("cx", x).attribute("cy", y).attribute("r", radius);
    markup.stroke(stroke, thickness).close();
  }

  @Override
  public void text(String text, double x, double y, Align align, Type type, Color fill) {
    markup.open("text").attribute("x", x).attribute("y", y + type.size() * 0.36);
    markup.attribute("font-size", type.size());
    markup.append(
        switch (align) {
          case LEFT -> "";
          case CENTER -> " text-anchor=\"middle\"";
          case RIGHT -> " text-anchor=\"end\"";
        });
    markup.append(type.bold() ? " font-weight=\"600\"" : "");
    markup.paint("fill", fill);
    markup.append('>').append(SvgText.escape(text)).append("</text>\n");
  }

  @Override
  public void clipped(double x, double y, double width, double height, Runnable drawing) {
    String id = "clip" + ++clips;
    markup.append("<clipPath id=\"").append(id).append("\">");
    markup.open("rect").attribute("x", x).attribute("y", y);
    markup.attribute("width", Math.max(0, width)).attribute("height", Math.max(0, height)).close();
    markup.append("</clipPath>\n<g clip-path=\"url(#").append(id).append(")\">\n");
    drawing.run();
    markup.append("</g>\n");
  }

  @Override
  public double snap(double at) {
    return Math.round(at);
  }

  @Override
  public double hair() {
    return 1;
  }

  /** The long text alternative; to be called first. */
  void describe(String words) {
    markup.append("<desc>").append(SvgText.escape(words)).append("</desc>\n");
  }

  /** Draws something somewhere else. */
  void shifted(double x, double y, Runnable drawing) {
    markup
        .append("<g transform=\"translate(")
        .append(SvgText.number(x))
        .append(' ')
        .append(SvgText.number(y))
        .append(")\">\n");
    drawing.run();
    markup.append("</g>\n");
  }

  private void trace(String steps, Color stroke, double thickness, double... dashes) {
    markup.open("path");
    markup.append(" d=\"").append(steps).append('"').append(" stroke-linejoin=\"round\"");
    markup.stroke(stroke, thickness, dashes).close();
  }
}
