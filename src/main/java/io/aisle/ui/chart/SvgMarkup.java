package io.aisle.ui.chart;

import io.aisle.core.report.SvgText;
import java.util.Locale;
import javafx.scene.paint.Color;

/** The text of an SVG file in the making. Confined to the caller. */
final class SvgMarkup {
  private final StringBuilder text = new StringBuilder();

  /** Something as it stands; texts from data are to be escaped before. */
  SvgMarkup append(Object markup) {
    text.append(markup);
    return this;
  }

  /** Begins an element without content. */
  SvgMarkup open(String element) {
    text.append('<').append(element);
    return this;
  }

  /** Ends it. */
  void close() {
    text.append("/>\n");
  }

  /** A number, rounded as everywhere in the file. */
  SvgMarkup attribute(String name, double value) {
    text.append(' ').append(name).append("=\"").append(SvgText.number(value)).append('"');
    return this;
  }

  /** An outline alone. */
  SvgMarkup stroke(Color colour, double thickness, double... dashes) {
    text.append(" fill=\"none\"");
    paint("stroke", colour).attribute("stroke-width", thickness);
    if (dashes.length > 0) {
      text.append(" stroke-dasharray=\"");
      for (int i = 0; i < dashes.length; i++) {
        text.append(i == 0 ? "" : " ").append(SvgText.number(dashes[i]));
      }
      text.append('"');
    }
    return this;
  }

  /** A colour, with its opacity apart. */
  SvgMarkup paint(String name, Color colour) {
    text.append(' ').append(name).append("=\"").append(rgb(colour)).append('"');
    if (colour.getOpacity() < 1) {
      attribute(name + "-opacity", colour.getOpacity());
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** {@code #rrggbb}; opacity is an attribute of its own. */
  private static String rgb(Color colour) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(colour.getRed() * 255),
        Math.round(colour.getGreen() * 255),
        Math.round(colour.getBlue() * 255));
  }
}
