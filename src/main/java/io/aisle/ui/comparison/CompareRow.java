package io.aisle.ui.comparison;

import io.aisle.domain.model.MetricKind;
import io.aisle.ui.chart.IntervalPlot;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.RunItem;
import java.util.Map;

/**
 * One run in the table.
 *
 * @param colour number of the series colour
 * @param mean of the chosen metric
 * @param interval mean and interval on the scale that all rows share
 * @param verdict what the test says against the reference, in a word
 * @param against difference as a share of the reference with its p value, or how many more users
 *     would decide it; empty for the reference
 * @param gain difference as a share of the reference; NaN for the reference
 * @param effect Cohen's d_z of the difference; NaN for the reference and where it is not tested
 * @param metrics every metric of lists at the depth of the chosen one; NaN where the run has none
 * @param predictions every metric of its predictions; empty where the model makes none
 * @param seconds of training
 * @param memoryMb resident memory at its highest
 * @param origin seed, data fingerprint and device
 */
public record CompareRow(
    RunItem run,
    int colour,
    double mean,
    IntervalPlot.Interval interval,
    Badge.Tone tone,
    String verdict,
    String against,
    double gain,
    double effect,
    Map<MetricKind, Double> metrics,
    Map<MetricKind, Double> predictions,
    double seconds,
    double memoryMb,
    String origin) {
  public String name() {
    return run.name();
  }
}
