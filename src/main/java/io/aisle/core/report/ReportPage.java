package io.aisle.core.report;

import freemarker.core.TemplateHTMLOutputModel;
import io.aisle.domain.run.RunRecord;
import java.util.List;

/** Everything that the report's template prints, in words and finished numbers. */
public record ReportPage(
    String title,
    String generated,
    String aisle,
    List<String> chips,
    List<String> summary,
    List<String> callouts,
    String primary,
    String reference,
    String comparisonCaption,
    List<String> others,
    List<Line> rows,
    List<Chart> charts,
    List<View> views,
    String metricsCaption,
    List<MetricGroup> metrics,
    List<Block> blocks,
    List<Fact> protocol,
    List<Fact> data,
    List<RunRecord.Leak> leaks,
    List<Run> runs,
    String commands,
    List<String> notes) {
  /** A name and what there is to say about it. */
  public record Fact(String name, String value) {}

  /**
   * A verdict.
   *
   * @param style class of the style sheet
   */
  public record Pill(String style, String words) {}

  /** A run in the comparison table. */
  public record Line(
      String name,
      String model,
      int colour,
      String mean,
      TemplateHTMLOutputModel mark,
      Pill verdict,
      String difference,
      String p,
      List<String> others,
      String train,
      String memory,
      String origin) {}

  /** A drawing with the sentence that says what it means. */
  public record Chart(String title, String caption, TemplateHTMLOutputModel drawing) {}

  /**
   * A view that the analyst pinned.
   *
   * @param anchor its place in the page
   * @param beside whether the drawing leaves room for the table beside it
   * @param words the drawing in words
   * @param tables one, or none when there is only a drawing
   * @param more what is said of rows that are left out; "" when all are there
   */
  public record View(
      String anchor,
      String title,
      String caption,
      String note,
      TemplateHTMLOutputModel drawing,
      boolean beside,
      String words,
      List<Table> tables,
      String more,
      List<String> sources,
      String commands) {}

  /**
   * A table with the sentence that says how to read it.
   *
   * @param anchor its place in the page
   */
  public record Block(String anchor, String title, String caption, List<Table> tables) {}

  /**
   * Rows of cells.
   *
   * @param columns one for each cell of a row
   */
  public record Table(List<Column> columns, List<List<Cell>> rows) {
    private static final int USUAL = 7;

    /** Whether it has more columns than usual letters leave room for. */
    public boolean isWide() {
      return columns.size() > USUAL;
    }
  }

  /**
   * The head of a column.
   *
   * @param more beneath it, smaller; "" when there is nothing
   * @param figures whether it holds numbers rather than words
   */
  public record Column(String name, String more, boolean figures) {
    static Column ofWords(String name) {
      return new Column(name, "", false);
    }

    static Column ofFigures(String name) {
      return new Column(name, "", true);
    }
  }

  /**
   * A cell.
   *
   * @param more beneath it, smaller; "" when there is nothing
   */
  public record Cell(String text, String more) {
    static Cell of(String text) {
      return new Cell(text, "");
    }
  }

  /**
   * One metric at every depth, or the metrics of predictions.
   *
   * @param primary whether the metric of the first table is among them
   * @param tables at least one
   */
  public record MetricGroup(
      String name, String definition, boolean primary, List<MetricTable> tables) {}

  /**
   * A few metrics beside each other over all runs.
   *
   * @param tested whether runs could be tested against each other; else there are only means
   */
  public record MetricTable(List<String> metrics, boolean tested, List<MetricLine> lines) {}

  /**
   * A run in a table of metrics.
   *
   * @param cells one for each metric
   */
  public record MetricLine(String run, int colour, List<MetricCell> cells) {}

  /**
   * One metric of one run.
   *
   * @param interval "" when there is none
   * @param difference to the reference; "" for the reference itself
   * @param effect "" when it is not tested, as are {@code p} and {@code adjusted}
   */
  public record MetricCell(
      String mean,
      String interval,
      String difference,
      String effect,
      Pill verdict,
      String p,
      String adjusted) {}

  /** A run by itself. */
  public record Run(
      String name,
      String headline,
      int colour,
      String anchor,
      List<String> warnings,
      List<Fact> parameters,
      List<Fact> facts,
      List<String> depths,
      List<MetricRow> metricRows,
      String yaml,
      String commands,
      String declared) {}

  /** One metric of one run at every depth. */
  public record MetricRow(String name, List<String> values) {}
}
