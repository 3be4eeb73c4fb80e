package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;

/**
 * What came of what: boxes in columns, joined from left to right. One box can be chosen. FX thread
 * only.
 */
public final class LineageChart extends CanvasChart {
  private static final double HIGH = 42;
  private static final double GAP = 12;
  private static final double JOINT = 22;
  private static final double EDGE = 3;
  private static final double PAD = 9;
  private static final double WIDEST = 210;
  private static final double NARROWEST = 92;
  private static final int NONE = -1;

  private final ObjectProperty<List<Node>> nodes = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Integer> chosen = new SimpleObjectProperty<>(NONE);
  private int cursor = NONE;

  /** What a box stands for. */
  public enum Kind {
    SOURCE,
    STEPS,
    VERSION,
    RESULT
  }

  /**
   * A box.
   *
   * @param detail the second line
   * @param from number of the box that it came of, before it in the list; -1: of none
   * @param column from 0
   * @param row from 0
   * @param marked drawn as the one that this is about
   */
  public record Node(
      Kind kind, String name, String detail, int from, int column, int row, boolean marked) {}

  public LineageChart() {
    super(Zoom.Reach.NONE);
    getStyleClass().add("lineage-chart");
    setFocusTraversable(true);
    nodes.subscribe(this::changed);
    new ChartHands(this).attach();
  }

  public ObjectProperty<List<Node>> nodesProperty() {
    return nodes;
  }

  /** The box that a click or Enter chose; -1 when none was. */
  public ObjectProperty<Integer> chosenProperty() {
    return chosen;
  }

  private void changed() {
    chosen.set(NONE);
    moveTo(NONE);
    redraw();
    requestLayout();
  }

  @Override
  public ChartTable table() {
    List<Node> all = nodes.get();
    return new ChartTable(
        List.of(
            words().column("name", ""), words().column("detail", ""), words().column("from", "")),
        all.stream()
            .map(
                node ->
                    List.of(
                        node.name(),
                        node.detail(),
                        node.from() < 0 ? "" : all.get(node.from()).name()))
            .toList());
  }

  @Override
  public String describe() {
    List<String> sentences = new ArrayList<>();
    for (Node node : nodes.get()) {
      sentences.add(
          node.from() < 0
              ? words().of("chart.describe.lineage.root", node.name(), node.detail())
              : words()
                  .of(
                      "chart.describe.lineage",
                      nodes.get().get(node.from()).name(),
                      node.name(),
                      node.detail()));
    }
    return String.join(" ", sentences);
  }

  @Override
  boolean isBlank() {
    return nodes.get().isEmpty();
  }

  @Override
  protected double computePrefHeight(double width) {
    int rows = nodes.get().stream().mapToInt(Node::row).max().orElse(0) + 1;
    return rows * (HIGH + GAP) + 2 * EDGE;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return columns() * (NARROWEST + JOINT);
  }

  private int columns() {
    return nodes.get().stream().mapToInt(Node::column).max().orElse(0) + 1;
  }

  @Override
  protected void draw(Pen pen, double width, double height) {
    Look look = look();
    List<Node> all = nodes.get();
    for (Node node : all) {
      if (node.from() >= 0) {
        Box from = box(all.get(node.from()), width);
        Box to = box(node, width);
        pen.link(from.right(), middle(from), to.x(), middle(to), look.muted(), 1.25);
      }
    }
    all.forEach(node -> node(pen, look, node, width));
  }

  private void node(Pen pen, Look look, Node node, double width) {
    Box box = box(node, width);
    Color edge = node.marked() ? look.accent() : look.grid();
    Color fill = node.kind() == Kind.STEPS ? look.surface() : look.raised();
    double radius = node.kind() == Kind.STEPS ? HIGH / 2 : 6;
    pen.box(box.x(), box.y(), box.width(), box.height(), radius, fill, edge);
    if (node.marked()) {
      pen.rectangle(box.x(), box.y() + 8, 3, box.height() - 16, look.accent());
    }
    double room = box.width() - 2 * PAD - (node.kind() == Kind.STEPS ? 8 : 0);
    double left = box.x() + PAD + (node.kind() == Kind.STEPS ? 4 : 0);
    Fonts fonts = look.fonts();
    pen.text(
        fonts.fit(node.name(), room, Type.STRONG),
        left,
        box.y() + 14,
        Pen.Align.LEFT,
        Type.STRONG,
        look.ink());
    pen.text(
        fonts.fit(node.detail(), room, Type.LABEL),
        left,
        box.y() + 29,
        Pen.Align.LEFT,
        Type.LABEL,
        look.muted());
  }

  private static double middle(Box box) {
    return box.y() + box.height() / 2;
  }

  private Box box(Node node, double width) {
    double step = Math.min(WIDEST + JOINT, (width - 2 * EDGE + JOINT) / columns());
    return new Box(
        EDGE + node.column() * step,
        EDGE + node.row() * (HIGH + GAP),
        Math.max(1, step - JOINT),
        HIGH);
  }

  @Override
  void drawCursor(Pen pen, double width, double height) {
    if (cursor >= 0 && cursor < nodes.get().size()) {
      Box box = box(nodes.get().get(cursor), width);
      pen.frame(
          box.x() - 1.5, box.y() - 1.5, box.width() + 3, box.height() + 3, look().accent(), 1.5);
    }
  }

  @Override
  void hover(double x, double y) {
    int found = NONE;
    for (int i = 0; i < nodes.get().size(); i++) {
      found = box(nodes.get().get(i), wide()).holds(x, y) ? i : found;
    }
    moveTo(found);
  }

  @Override
  void leave() {
    moveTo(NONE);
  }

  @Override
  boolean step(KeyCode key) {
    int by =
        switch (key) {
          case RIGHT, DOWN -> 1;
          case LEFT, UP -> -1;
          default -> 0;
        };
    if (by == 0 || nodes.get().isEmpty()) {
      return false;
    }
    moveTo(cursor < 0 ? 0 : Math.clamp((long) cursor + by, 0, nodes.get().size() - 1));
    return true;
  }

  @Override
  void pick(boolean key) {
    if (cursor >= 0) {
      chosen.set(NONE);
      chosen.set(cursor);
    }
  }

  private void moveTo(int node) {
    cursor = node;
    if (node < 0) {
      say("");
    } else {
      Node at = nodes.get().get(node);
      say(at.detail().isEmpty() ? at.name() : at.name() + ": " + at.detail());
    }
    redrawCursor();
  }
}
