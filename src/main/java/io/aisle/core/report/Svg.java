package io.aisle.core.report;

/**
 * Writes an SVG fragment for use inside HTML. Every text and attribute value is escaped, so names
 * from data cannot become markup. Colours are class names that the page's style sheet knows, which
 * lets a chart follow light and dark. Confined to the caller.
 */
final class Svg {
  private final StringBuilder markup = new StringBuilder();
  private final double width;
  private final double height;

  /**
   * @param width of the view box, in CSS pixels
   * @param title text alternative: what the chart says
   */
  Svg(double width, double height, String title) {
    this.width = width;
    this.height = height;
    markup
        .append("<svg viewBox=\"0 0 ")
        .append(SvgText.number(width))
        .append(' ')
        .append(SvgText.number(height))
        .append("\" width=\"")
        .append(SvgText.number(width))
        .append("\" height=\"")
        .append(SvgText.number(height))
        .append("\" role=\"img\" aria-label=\"")
        .append(SvgText.escape(title))
        .append("\">");
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  void line(String styles, double x1, double y1, double x2, double y2) {
    open("line", styles);
    attribute("x1", x1);
    attribute("y1", y1);
    attribute("x2", x2);
    attribute("y2", y2);
    markup.append("/>");
  }

  void rectangle(String styles, double x, double y, double w, double h, String hint) {
    open("rect", styles);
    attribute("x", x);
    attribute("y", y);
    attribute("width", Math.max(0, w));
    attribute("height", Math.max(0, h));
    hint("rect", hint);
  }

  void circle(String styles, double x, double y, double radius, String hint) {
    open("circle", styles);
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", radius);
    hint("circle", hint);
  }

  /** A line through points; points that are not finite break it. */
  void polyline(String styles, double[] x, double[] y) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        pen = false;
        continue;
      }
      path.append(pen ? 'L' : 'M')
          .append(SvgText.number(x[i]))
          .append(' ')
          .append(SvgText.number(y[i]));
      pen = true;
    }
    open("path", styles);
    markup.append(" d=\"").append(path).append("\"/>");
  }

  /**
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  void text(String styles, double x, double y, String anchor, String text) {
    open("text", styles);
    attribute("x", x);
    attribute("y", y);
    markup.append(" text-anchor=\"").append(anchor).append("\">");
    markup.append(SvgText.escape(text)).append("</text>");
  }

  /** The whole element. */
  String markup() {
    return markup + "</svg>";
  }

  private void open(String element, String styles) {
    markup
        .append('<')
        .append(element)
        .append(" class=\"")
        .append(SvgText.escape(styles))
        .append('"');
  }

  private void attribute(String name, double value) {
    markup.append(' ').append(name).append("=\"").append(SvgText.number(value)).append('"');
  }

  private void hint(String element, String hint) {
    if (hint.isEmpty()) {
      markup.append("/>");
    } else {
      markup
          .append("><title>")
          .append(SvgText.escape(hint))
          .append("</title></")
          .append(element)
          .append('>');
    }
  }
}
