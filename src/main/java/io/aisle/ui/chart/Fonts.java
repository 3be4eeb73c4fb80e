package io.aisle.ui.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The fonts of one family, and how wide texts are in them. FX thread only. */
final class Fonts {
  private static final String ELLIPSIS = "…";

  /** Widths that are remembered; so many make up the names of a large chart. */
  private static final int REMEMBERED = 4_096;

  private final String family;
  private final Map<Type, Font> fonts = new HashMap<>();
  private final Map<Type, Double> digits = new HashMap<>();
  private final Map<Measured, Double> widths = new HashMap<>();
  private final Text ruler = new Text();

  private record Measured(String text, Type type) {}

  Fonts(String family) {
    this.family = family;
  }

  String family() {
    return family;
  }

  Font of(Type type) {
    return fonts.computeIfAbsent(
        type,
        each -> Font.font(family, each.bold() ? FontWeight.BOLD : FontWeight.NORMAL, each.size()));
  }

  /** How much room a text takes; digits of a number take the room of the widest. */
  double width(String text, Type type) {
    if (!Tabular.isNumber(text)) {
      return natural(text, type);
    }
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += place(text.charAt(i), type);
    }
    return width;
  }

  /** The room of one character of a number. */
  double place(char c, Type type) {
    return Tabular.digit(c) ? widestDigit(type) : natural(String.valueOf(c), type);
  }

  double natural(String text, Type type) {
    if (widths.size() >= REMEMBERED) {
      widths.clear();
    }
    return widths.computeIfAbsent(new Measured(text, type), this::measure);
  }

  private double measure(Measured wanted) {
    ruler.setFont(of(wanted.type()));
    ruler.setText(wanted.text());
    return ruler.getLayoutBounds().getWidth();
  }

  private double widestDigit(Type type) {
    return digits.computeIfAbsent(
        type,
        each -> {
          double widest = 0;
          for (char c = '0'; c <= '9'; c++) {
            widest = Math.max(widest, natural(String.valueOf(c), each));
          }
          return widest;
        });
  }

  /** The text, or as much of its beginning as fits with an ellipsis. */
  String fit(String text, double width, Type type) {
    if (width(text, type) <= width) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (width(text.substring(0, middle) + ELLIPSIS, type) <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
      low--;
    }
    return text.substring(0, low).stripTrailing() + ELLIPSIS;
  }
}
