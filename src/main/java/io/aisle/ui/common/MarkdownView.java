package io.aisle.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/**
 * Markdown as nodes: headings, paragraphs, lists, tables, code and formulas (indented or fenced),
 * bold, italic. A link shows its words; a page of the program leads nowhere else. FX thread only.
 */
public final class MarkdownView {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /** What a column of a table gets at least, as letters. */
  private static final int NARROW = 14;

  /** Letters beyond which a column gets no more. */
  private static final int WIDE = 60;

  /** What the space beside the letters is worth, as letters. */
  private static final int BESIDE = 5;

  private MarkdownView() {}

  /** The blocks of a text, one below the other. */
  public static VBox of(String markdown) {
    VBox page = new VBox();
    page.getStyleClass().add("markdown");
    page.getChildren().addAll(blocks(PARSER.parse(markdown)));
    return page;
  }

  private static List<Node> blocks(org.commonmark.node.Node parent) {
    List<Node> blocks = new ArrayList<>();
    for (org.commonmark.node.Node each : children(parent)) {
      blocks.add(block(each));
    }
    return blocks;
  }

  private static List<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
    List<org.commonmark.node.Node> children = new ArrayList<>();
    for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  private static Node block(org.commonmark.node.Node block) {
    return switch (block) {
      case Heading heading -> flow(heading, "md-h" + heading.getLevel());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case FencedCodeBlock code -> code(code.getLiteral());
      case BulletList list -> list(list, false);
      case OrderedList list -> list(list, true);
      case TableBlock table -> table(table);
      default -> flow(block, "md-text");
    };
  }

  private static Node code(String text) {
    Label code = new Label(text.stripTrailing());
    code.getStyleClass().add("md-block");
    code.setWrapText(true);
    code.setMinHeight(Region.USE_PREF_SIZE);
    code.setMaxWidth(Double.MAX_VALUE);
    return code;
  }

  private static Node list(org.commonmark.node.Node list, boolean numbered) {
    VBox box = new VBox();
    box.getStyleClass().add("md-list");
    int number = 1;
    for (org.commonmark.node.Node item : children(list)) {
      Label mark = new Label(numbered ? number++ + "." : "•");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      VBox content = new VBox();
      content.getChildren().addAll(blocks(item));
      HBox.setHgrow(content, Priority.ALWAYS);
      HBox line = new HBox(mark, content);
      line.getStyleClass().add("md-item");
      box.getChildren().add(line);
    }
    return box;
  }

  private static Node table(TableBlock table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("md-table");
    List<Integer> widths = new ArrayList<>();
    int y = 0;
    for (org.commonmark.node.Node part : children(table)) {
      for (org.commonmark.node.Node row : children(part)) {
        addRow(grid, (TableRow) row, y++, widths);
      }
    }
    double sum = widths.stream().mapToInt(Integer::intValue).sum();
    for (int width : widths) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100 * width / sum);
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }

  private static void addRow(GridPane grid, TableRow row, int y, List<Integer> widths) {
    int x = 0;
    for (org.commonmark.node.Node each : children(row)) {
      TableCell cell = (TableCell) each;
      TextFlow flow = flow(cell, cell.isHeader() ? "md-head" : "md-cell");
      flow.setMaxHeight(Double.MAX_VALUE);
      grid.add(flow, x, y);
      if (x == widths.size()) {
        widths.add(NARROW);
      }
      int letters = words(flow).length() + BESIDE;
      widths.set(x, Math.max(widths.get(x), Math.min(letters, WIDE)));
      x++;
    }
  }

  private static TextFlow flow(org.commonmark.node.Node block, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add(style);
    inline(block, flow, List.of());
    flow.setAccessibleText(words(flow));
    return flow;
  }

  private static String words(TextFlow flow) {
    StringBuilder words = new StringBuilder();
    flow.getChildren().forEach(each -> words.append(((Text) each).getText()));
    return words.toString();
  }

  private static void inline(org.commonmark.node.Node parent, TextFlow flow, List<String> styles) {
    for (org.commonmark.node.Node each : children(parent)) {
      switch (each) {
        case org.commonmark.node.Text text -> add(flow, text.getLiteral(), styles);
        case Code code -> add(flow, code.getLiteral(), with(styles, "md-code"));
        case SoftLineBreak _ -> add(flow, " ", styles);
        case HardLineBreak _ -> add(flow, "\n", styles);
        case StrongEmphasis strong -> inline(strong, flow, with(styles, "strong"));
        case Emphasis emphasis -> inline(emphasis, flow, with(styles, "md-emphasis"));
        default -> inline(each, flow, styles);
      }
    }
  }

  private static void add(TextFlow flow, String words, List<String> styles) {
    Text text = new Text(words);
    text.getStyleClass().add("md-run");
    text.getStyleClass().addAll(styles);
    flow.getChildren().add(text);
  }

  private static List<String> with(List<String> styles, String style) {
    List<String> all = new ArrayList<>(styles);
    all.add(style);
    return all;
  }
}
