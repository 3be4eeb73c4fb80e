package io.aisle.core.comparison;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.Metric;
import io.aisle.domain.run.RunRecord;
import java.util.List;
import java.util.Map;

/**
 * Runs of one protocol and one data fingerprint beside each other.
 *
 * @param reference name of the first run, which the others are held against
 * @param protocolHash of all of them
 * @param users evaluated users, the same for all of them
 * @param metrics the columns
 * @param rows one for each run, in the order given
 */
public record Comparison(
    String reference, String protocolHash, int users, List<Metric> metrics, List<Row> rows) {
  /** The number of each row's series colour, the same in every picture of this comparison. */
  public int[] colours() {
    return Palette.assign(rows.stream().map(row -> row.record().model()).toList());
  }

  /**
   * One run.
   *
   * @param estimates by metric, every metric of the comparison
   */
  public record Row(RunFolder folder, RunRecord record, Map<Metric, Estimate> estimates) {}
}
