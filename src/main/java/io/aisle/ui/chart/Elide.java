package io.aisle.ui.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Cuts names to the width that a chart has for them. FX thread only. */
final class Elide {
  private final Text ruler = new Text();

  Elide(Font font) {
    ruler.setFont(font);
  }

  double width(String text) {
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }

  String fit(String text, double width) {
    if (width(text) <= width) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (width(text.substring(0, middle) + "…") <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return text.substring(0, low).stripTrailing() + "…";
  }
}
