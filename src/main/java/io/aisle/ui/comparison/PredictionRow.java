package io.aisle.ui.comparison;

import io.aisle.core.comparison.Predicted;

/**
 * A run at the chosen threshold.
 *
 * @param colour number of the series colour
 */
public record PredictionRow(
    String name, int colour, double accuracy, double precision, double recall, double f1) {
  static PredictionRow of(String name, int colour, Predicted.At at) {
    return new PredictionRow(name, colour, at.accuracy(), at.precision(), at.recall(), at.f1());
  }
}
