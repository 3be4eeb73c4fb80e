package io.aisle.core.report.pin;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Drawings from files, which anybody may have written, without what could run or load something:
 * shapes, texts and their looks are kept, all else goes.
 *
 * @param markup of one svg element; "" when there is none
 * @param width as the element names it, in pixels; 0 when it does not
 */
public record SafeDrawing(String markup, double width) {
  private static final Set<String> SHAPES =
      Set.of(
          "svg",
          "g",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "text",
          "tspan",
          "title",
          "desc",
          "defs",
          "clipPath");

  private static final Set<String> LOADING =
      Set.of("url(", "javascript:", "data:", "http:", "https:");

  /** The harmless part of a drawing. */
  public static SafeDrawing of(String svg) {
    Document parsed = Jsoup.parse(svg, "", Parser.xmlParser());
    Element drawing = parsed.selectFirst("svg");
    if (drawing == null) {
      return new SafeDrawing("", 0);
    }
    for (Element element : drawing.getAllElements()) {
      if (SHAPES.contains(element.tagName())) {
        element.attributes().asList().stream()
            .filter(SafeDrawing::isDangerous)
            .map(Attribute::getKey)
            .toList()
            .forEach(element::removeAttr);
      } else {
        element.remove();
      }
    }
    return new SafeDrawing(drawing.outerHtml(), width(drawing));
  }

  private static double width(Element drawing) {
    String width = drawing.attr("width");
    return width.matches("[0-9]{1,5}([.][0-9]{1,4})?") ? Double.parseDouble(width) : 0;
  }

  /** A drawing may refer to a clip path of its own. */
  private static boolean isDangerous(Attribute attribute) {
    String name = attribute.getKey().toLowerCase(Locale.ROOT);
    String value =
        attribute.getValue().toLowerCase(Locale.ROOT).replaceAll("url\\(#[\\w-]+\\)", "");
    return name.startsWith("on")
        || name.endsWith("href")
        || (!name.startsWith("xmlns") && LOADING.stream().anyMatch(value::contains));
  }
}
