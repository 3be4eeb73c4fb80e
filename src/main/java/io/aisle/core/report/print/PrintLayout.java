package io.aisle.core.report.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/**
 * Lays a page of the screen out for paper, as far as style sheets cannot: what folds on the screen
 * lies open, charts stand two by two, experiment files in columns, and the links to the parts
 * become a list of contents and the bookmarks of the file.
 */
final class PrintLayout {
  private static final int CONTENT_COLUMNS = 3;
  private static final int FILE_COLUMNS = 3;

  /** Up to how many rows a part stays on one page. */
  private static final int FEW_ROWS = 13;

  /** Pixels of a drawing in one of two columns, and of one that has the page for itself. */
  private static final double HALF = 478;

  private static final double WHOLE = 1020;
  private static final double HIGHEST = 540;

  private PrintLayout() {}

  /** Moves the parts about. */
  static void arrange(Document page) {
    page.select("details.words, .declared").remove();
    unfold(page);
    page.select("nav").forEach(nav -> contents(page, nav));
    page.select(".grid").forEach(PrintLayout::pairs);
    page.select("pre.yaml").forEach(PrintLayout::columns);
    page.select("section > h2").forEach(PrintLayout::keep);
  }

  /** A heading stays with the first thing under it, or with all when that is little. */
  private static void keep(Element heading) {
    Element section = heading.parent();
    if (section.select("tr").size() <= FEW_ROWS && section.select(".pair, .view, .ran").isEmpty()) {
      section.addClass("whole");
      return;
    }
    List<Element> head = new ArrayList<>(List.of(heading));
    Element next = heading.nextElementSibling();
    for (; next != null && next.is("p"); next = next.nextElementSibling()) {
      head.add(next);
    }
    Element block = next != null && next.is(".grid") ? next.firstElementChild() : next;
    if (block == null || !block.is(".pair, .metric, .ran, .view")) {
      return; // a long table, which asks for some rows of room by its style
    }
    Element top = block.is(".view:not(.whole)") ? block.firstElementChild() : block;
    Element keep = new Element("div").addClass("keep");
    top.before(keep);
    keep.appendChildren(head);
    keep.appendChild(top);
  }

  private static void unfold(Document page) {
    page.select("details").forEach(each -> each.tagName("div").addClass("details"));
    page.select("summary").forEach(each -> each.tagName("h3"));
    page.select("#runs > .details").addClass("ran");
    page.select("section > .panel").addClass("flat");
  }

  private static void contents(Document page, Element nav) {
    Element bookmarks = page.head().appendElement("bookmarks");
    List<Element> lines = new ArrayList<>();
    for (Element entry : nav.select("> ul > li")) {
      Element bookmark = bookmark(bookmarks, entry.selectFirst("> a"));
      lines.add(line(entry.selectFirst("> a"), ""));
      for (Element inner : entry.select("> ul > li > a")) {
        bookmark(bookmark, inner);
        lines.add(line(inner, "inner"));
      }
    }
    nav.empty();
    nav.appendChild(row(lines, CONTENT_COLUMNS));
  }

  private static Element bookmark(Element parent, Element link) {
    return parent
        .appendElement("bookmark")
        .attr("name", link.text())
        .attr("href", link.attr("href"));
  }

  private static Element line(Element link, String style) {
    return new Element("p").addClass(style).appendChild(link.clone());
  }

  /** Deals elements out to columns of the same number of elements. */
  private static Element row(List<Element> elements, int columns) {
    Element row = new Element("div").addClass("columns");
    int each = Math.max(1, Math.ceilDiv(elements.size(), columns));
    for (int from = 0; from < each * columns; from += each) {
      Element column = row.appendElement("div");
      if (from < elements.size()) {
        elements.subList(from, Math.min(from + each, elements.size())).forEach(column::appendChild);
      }
    }
    return row;
  }

  /** Two beside each other, which stay on one page. */
  private static void pairs(Element grid) {
    Elements cards = grid.children();
    grid.empty();
    for (int at = 0; at < cards.size(); at += 2) {
      Element pair = grid.appendElement("div").addClass("pair");
      pair.appendChild(cards.get(at));
      pair.appendElement("div").addClass("gap");
      if (at + 1 < cards.size()) {
        pair.appendChild(cards.get(at + 1));
      } else {
        pair.appendElement("div").addClass("none");
      }
    }
  }

  private static void columns(Element file) {
    List<String> lines = file.wholeText().lines().toList();
    int each = Math.ceilDiv(lines.size(), FILE_COLUMNS);
    Element row = new Element("div").addClass("columns");
    for (int from = 0; from < lines.size(); from += each) {
      List<String> some = lines.subList(from, Math.min(from + each, lines.size()));
      row.appendElement("pre").appendChild(new TextNode(String.join("\n", some)));
    }
    file.replaceWith(row);
  }

  /** Gives drawings the size that they have on paper, over what styles have said. */
  static void fit(Document page) {
    page.select("svg").forEach(PrintLayout::size);
  }

  /** A drawing has its size in pixels; it becomes smaller where the paper asks for it. */
  private static void size(Element svg) {
    String[] box = svg.attr("viewBox").split("[ ,]+", -1);
    double width = pixels(svg.attr("width"), box, 2);
    double height = pixels(svg.attr("height"), box, 3);
    if (width > 0 && height > 0) {
      double room = svg.closest(".pair") == null ? WHOLE : HALF;
      double scale = Math.min(1, Math.min(room / width, HIGHEST / height));
      String size = "width:%.1fpx;height:%.1fpx;max-width:none;";
      svg.attr(
          "style",
          svg.attr("style") + String.format(Locale.ROOT, size, scale * width, scale * height));
    }
    Element words = svg.selectFirst("> desc");
    svg.attr("alt", words == null ? svg.attr("aria-label") : words.text());
  }

  /** What the attribute says, else what the view box says; 0 when neither does. */
  private static double pixels(String attribute, String[] box, int at) {
    String value = attribute.isEmpty() && box.length == 4 ? box[at] : attribute;
    return value.matches("[0-9]{1,6}([.][0-9]{1,6})?") ? Double.parseDouble(value) : 0;
  }
}
