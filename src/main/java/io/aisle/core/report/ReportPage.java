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
    List<MetricTable> metrics,
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
   * @param more what is said of rows that are left out; "" when all are there
   */
  public record View(
      String title,
      String caption,
      String note,
      TemplateHTMLOutputModel drawing,
      String words,
      List<String> header,
      List<List<String>> rows,
      String more,
      List<String> sources,
      String commands) {}

  /**
   * A table with the sentence that says how to read it.
   *
   * @param anchor its place in the page
   * @param header the first column names the rows, the others are figures
   */
  public record Block(
      String anchor, String title, String caption, List<String> header, List<List<String>> rows) {}

  /** One metric over all runs. */
  public record MetricTable(String name, String definition, List<MetricLine> lines) {}

  /** A run in the table of one metric. */
  public record MetricLine(
      String run,
      int colour,
      String mean,
      String interval,
      String difference,
      String p,
      String adjusted,
      String effect,
      Pill verdict) {}

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
