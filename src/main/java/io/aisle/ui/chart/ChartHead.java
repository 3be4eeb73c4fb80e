package io.aisle.ui.chart;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The line over a chart: heading at the left, tools and menu at the right, and the legend before
 * them where there is room, else in lines of its own. Tools that leave no room for the heading go
 * under it.
 */
final class ChartHead extends Region {
  private static final double GAP = 10;
  private static final double LINE_GAP = 4;

  /** Entries have this much ground around them; their dots stand under the heading. */
  private static final double INSET = 5;

  /** With less of them to be seen, words say nothing. */
  private static final double BEGINNING = 90;

  private final Label title;
  private final Label subtitle;
  private final FlowPane legend;
  private final HBox tools;

  ChartHead(Label title, Label subtitle, FlowPane legend, HBox tools) {
    this.title = title;
    this.subtitle = subtitle;
    this.legend = legend;
    this.tools = tools;
    getStyleClass().add("chart-head");
    getChildren().addAll(title, subtitle, legend, tools);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(60, tools.minWidth(-1));
  }

  @Override
  protected double computePrefWidth(double height) {
    return wide(title) + wide(subtitle) + wide(tools) + legendWidth() + 3 * GAP;
  }

  @Override
  protected double computePrefHeight(double width) {
    double line = height(width);
    boolean own = legend.isManaged() && !fits(width);
    return own ? line + (line > 0 ? LINE_GAP : 0) + legend.prefHeight(width + INSET) : line;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    boolean under = under(width);
    double line = under ? words() : line();
    double right = width;
    if (tools.isManaged()) {
      double wide = Math.min(width, wide(tools));
      double top = under ? line + LINE_GAP : 0;
      tools.resizeRelocate(width - wide, top, wide, under ? tools.prefHeight(-1) : line);
      right -= under ? 0 : wide + GAP;
    }
    boolean beside = legend.isManaged() && fits(width);
    if (beside) {
      double wide = legendWidth();
      double high = legend.prefHeight(wide);
      right -= wide;
      legend.resizeRelocate(right, Math.round((line - high) / 2), wide, high);
      right -= GAP;
    } else if (legend.isManaged()) {
      double high = legend.prefHeight(width + INSET);
      double above = height(width);
      legend.resizeRelocate(-INSET, above > 0 ? above + LINE_GAP : 0, width + INSET, high);
    }
    double used = Math.clamp(wide(title), 0, Math.max(0, right));
    title.resizeRelocate(0, 0, used, line);
    double from = used > 0 ? used + GAP : 0;
    subtitle.resizeRelocate(from, 0, Math.max(0, right - from), line);
  }

  private boolean fits(double width) {
    double needed = wide(title) + GAP + Math.min(wide(subtitle), 160) + GAP + wide(tools) + GAP;
    return width < 0 || needed + legendWidth() <= width;
  }

  /** Whether the tools stand under the heading. */
  private boolean under(double width) {
    return width >= 0
        && tools.isManaged()
        && wide(title) > 0
        && wide(title) + GAP + beginning() + wide(tools) > width;
  }

  /** What of the words behind the title must be seen, with the gap behind it. */
  private double beginning() {
    return subtitle.isManaged() ? Math.min(wide(subtitle), BEGINNING) + GAP : 0;
  }

  /** Without a legend that has lines of its own. */
  private double height(double width) {
    return under(width) ? words() + LINE_GAP + tools.prefHeight(-1) : line();
  }

  /** Of the heading alone. */
  private double words() {
    return Math.ceil(
        Math.max(title.prefHeight(-1), subtitle.isManaged() ? subtitle.prefHeight(-1) : 0));
  }

  /** All entries in one line. */
  private double legendWidth() {
    if (!legend.isManaged()) {
      return 0;
    }
    List<Node> entries = legend.getChildrenUnmodifiable();
    double sum = legend.getHgap() * Math.max(0, entries.size() - 1);
    for (Node entry : entries) {
      sum += snapSizeX(entry.prefWidth(-1));
    }
    return sum + 1;
  }

  private double line() {
    double highest = 0;
    for (Region each : List.of(title, subtitle, tools)) {
      highest = Math.max(highest, each.isManaged() ? each.prefHeight(-1) : 0);
    }
    double entries = legend.isManaged() && fits(getWidth()) ? legend.prefHeight(-1) : 0;
    return Math.ceil(Math.max(highest, Math.min(entries, 26)));
  }

  private static double wide(Region region) {
    return region.isManaged() ? Math.ceil(region.prefWidth(-1)) : 0;
  }
}
