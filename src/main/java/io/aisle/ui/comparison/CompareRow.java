package io.aisle.ui.comparison;

import io.aisle.ui.chart.IntervalPlot;
import io.aisle.ui.common.Badge;
import java.util.List;

/**
 * One run in the table, in words.
 *
 * @param colour number of the series colour
 * @param interval mean and interval on the scale that all rows share
 * @param verdict what the test says against the reference
 * @param difference with its share of the reference; empty for the reference
 * @param pValue corrected; empty for the reference
 * @param others other metrics at the same depth, in the order of the table's columns
 * @param origin seed, data fingerprint and device
 */
public record CompareRow(
    String name,
    int colour,
    String mean,
    IntervalPlot.Interval interval,
    Badge.Tone tone,
    String verdict,
    String difference,
    String pValue,
    List<String> others,
    String seconds,
    String memory,
    String origin) {}
