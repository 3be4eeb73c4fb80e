package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.Comparison.Row;
import io.aisle.core.comparison.Estimate;
import io.aisle.core.comparison.Verdict;
import io.aisle.domain.model.Metric;
import io.aisle.domain.run.RunRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison as text: a line that names the protocol, then one table for each metric. */
final class ComparisonText {
  private ComparisonText() {}

  /**
   * @param baselines what is to be said of the simple models beside neural ones
   */
  static String of(Comparison comparison, List<String> baselines) {
    StringBuilder text = new StringBuilder(protocol(comparison)).append('\n');
    text.append(
        "95%% intervals by bootstrap over users; p of paired t-tests against %s, Holm's correction\n"
            .formatted(TextTable.clean(comparison.reference())));
    for (Metric metric : comparison.metrics()) {
      text.append('\n').append(table(comparison, metric));
    }
    baselines.forEach(sentence -> text.append('\n').append(TextTable.clean(sentence)));
    return (baselines.isEmpty() ? text : text.append('\n')).toString();
  }

  static String protocol(Comparison comparison) {
    RunRecord first = comparison.rows().getFirst().record();
    Map<String, Object> configuration = first.configuration();
    String candidates = value(configuration, "protocol", "candidates", "all");
    return String.format(
        Locale.ROOT,
        "protocol %s  split %s, %s, seen items %s, history %s, %,d users; data %s (%s)",
        head(first.protocolHash()),
        value(configuration, "split", "kind", "unknown"),
        candidates.equals("all")
            ? String.format(Locale.ROOT, "all %,d items", first.size().items())
            : candidates + " sampled candidates",
        value(configuration, "protocol", "excludeSeen", "true").equals("false")
            ? "allowed"
            : "excluded",
        value(configuration, "protocol", "history", "all"),
        comparison.users(),
        TextTable.clean(first.dataset()),
        head(first.dataFingerprint()));
  }

  private static String value(
      Map<String, Object> configuration, String part, String key, String otherwise) {
    Object value = configuration.get(part) instanceof Map<?, ?> map ? map.get(key) : null;
    return value == null ? otherwise : String.valueOf(value);
  }

  private static String head(String hash) {
    return hash.substring(0, Math.min(8, hash.length()));
  }

  private static String table(Comparison comparison, Metric metric) {
    TextTable table =
        new TextTable(LEFT, LEFT, RIGHT, LEFT, RIGHT, RIGHT, RIGHT, LEFT)
            .row(
                metric.id(),
                "model",
                "mean",
                "95% interval",
                "difference",
                "",
                "p (Holm)",
                "verdict");
    double reference = comparison.rows().getFirst().estimates().get(metric).mean();
    for (Row row : comparison.rows()) {
      Estimate estimate = row.estimates().get(metric);
      boolean isReference = row.equals(comparison.rows().getFirst());
      table.row(
          row.record().name(),
          row.record().modelId(),
          number("%.4f", estimate.mean()),
          Double.isFinite(estimate.low())
              ? String.format(Locale.ROOT, "[%.4f, %.4f]", estimate.low(), estimate.high())
              : "",
          isReference ? "" : number("%+.4f", estimate.difference()),
          isReference || !(reference > 0)
              ? ""
              : number("%+.1f%%", 100 * estimate.difference() / reference),
          isReference ? "" : p(estimate.adjustedP()),
          words(isReference ? Verdict.REFERENCE : estimate.verdict()));
    }
    return table.render();
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
  }

  private static String p(double value) {
    return value < 0.001 ? "<0.001" : number("%.3f", value);
  }

  static String words(Verdict verdict) {
    return switch (verdict) {
      case REFERENCE -> "reference";
      case BETTER -> "better";
      case WORSE -> "worse";
      case TOO_CLOSE -> "too close to call";
      case NOT_TESTED -> "not tested";
    };
  }
}
