package io.aisle.core.report;

import io.aisle.core.comparison.Estimate;
import io.aisle.core.comparison.Verdict;
import io.aisle.core.report.pin.Pin;
import io.aisle.domain.model.Metric;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of a report as tables, unrounded. */
final class Sheets {
  private Sheets() {}

  /**
   * Metrics, runs, agreement, groups and robustness, and the table of each pinned view that has
   * one.
   */
  static List<Sheet> of(Material material, List<Pin> pins) {
    List<Sheet> sheets = new ArrayList<>(List.of(metrics(material), runs(material)));
    sheets.addAll(new ListBlocks(material).sheets());
    sheets.addAll(RobustnessBlocks.of(material).sheets());
    for (Pin pin : pins) {
      if (!pin.header().isEmpty()) {
        List<List<Object>> rows = pin.rows().stream().map(Sheets::numbers).toList();
        sheets.add(new Sheet(pin.title(), pin.header(), rows));
      }
    }
    return sheets;
  }

  /** One row for each run and metric. */
  static Sheet metrics(Material material) {
    List<List<Object>> rows = new ArrayList<>();
    for (int run = 0; run < material.size(); run++) {
      for (Metric metric : material.comparison().metrics()) {
        Estimate found = material.rows().get(run).estimates().get(metric);
        rows.add(
            Arrays.asList(
                material.names().get(run),
                metric.id(),
                found.mean(),
                found.low(),
                found.high(),
                found.difference(),
                found.differenceLow(),
                found.differenceHigh(),
                found.pValue(),
                found.adjustedP(),
                found.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                found.verdict() == Verdict.TOO_CLOSE && found.moreUsers() >= 0
                    ? (Object) found.moreUsers()
                    : null));
      }
    }
    return new Sheet(
        "metrics",
        List.of(
            "run",
            "metric",
            "mean",
            "low",
            "high",
            "difference",
            "difference low",
            "difference high",
            "p",
            "p (Holm)",
            "verdict",
            "more users"),
        rows);
  }

  private static Sheet runs(Material material) {
    List<List<Object>> rows = new ArrayList<>();
    for (int run = 0; run < material.size(); run++) {
      RunRecord record = material.record(run);
      rows.add(
          List.of(
              material.names().get(run),
              record.modelId(),
              record.dataset(),
              record.dataFingerprint(),
              record.protocolHash(),
              record.seed(),
              record.device(),
              record.seconds().train(),
              record.seconds().evaluate(),
              record.peakMemoryMb(),
              (long) record.epochs(),
              (long) record.bestEpoch()));
    }
    return new Sheet(
        "runs",
        List.of(
            "run",
            "model",
            "data set",
            "data fingerprint",
            "protocol hash",
            "seed",
            "device",
            "seconds to train",
            "seconds to evaluate",
            "peak memory, MiB",
            "epochs",
            "best epoch"),
        rows);
  }

  /** Cells that are plain numbers become numbers. */
  private static List<Object> numbers(List<String> cells) {
    return cells.stream().<Object>map(Sheets::number).toList();
  }

  private static Object number(String cell) {
    return cell.matches("-?\\d{1,15}(\\.\\d{1,15})?") && !cell.matches("-?0\\d.*")
        ? (Object) Double.valueOf(cell)
        : cell;
  }
}
