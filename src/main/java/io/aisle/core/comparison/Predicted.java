package io.aisle.core.comparison;

import io.aisle.core.training.PredictionTable;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.metric.Calibration;
import io.aisle.ml.metric.Confusion;
import it.unimi.dsi.fastutil.floats.FloatArrays;
import java.util.Arrays;
import java.util.List;

/**
 * The probabilities that a run predicts on its test part, kept such that every threshold can be
 * looked at without reading them again. Immutable.
 */
public final class Predicted {
  private final List<Calibration.Bin> bins;
  private final float[] ascending;

  /** {@code [rows + 1]} positives among the first so many of {@link #ascending}. */
  private final int[] positives;

  private Predicted(PredictionTable table) {
    this.bins = Calibration.of(table.prediction(), table.label()).bins();
    int[] order = new int[table.label().length];
    Arrays.setAll(order, row -> row);
    this.ascending = table.prediction().clone();
    FloatArrays.quickSortIndirect(order, ascending);
    FloatArrays.quickSort(ascending);
    this.positives = new int[order.length + 1];
    for (int i = 0; i < order.length; i++) {
      positives[i + 1] = positives[i] + (table.label()[order[i]] > 0 ? 1 : 0);
    }
  }

  /** Whether a run predicts probabilities. */
  public static boolean of(RunRecord run) {
    return run.metrics().test().containsKey(Metric.of(MetricKind.LOGLOSS).id());
  }

  /**
   * @throws io.aisle.domain.InputException when the table of predictions is missing or damaged
   */
  public static Predicted read(RunFolder run) {
    return new Predicted(PredictionTable.read(run.predictionsFile()));
  }

  /** Mean prediction of each bin that has rows, ascending. */
  public double[] predicted() {
    return bins.stream()
        .filter(bin -> bin.rows() > 0)
        .mapToDouble(Calibration.Bin::predicted)
        .toArray();
  }

  /** Share of positives in each bin that has rows. */
  public double[] observed() {
    return bins.stream()
        .filter(bin -> bin.rows() > 0)
        .mapToDouble(Calibration.Bin::observed)
        .toArray();
  }

  /** What the predictions are worth when they count as positive from a threshold on. */
  public At at(double threshold) {
    int below = 0;
    int high = ascending.length;
    while (below < high) {
      int middle = (below + high) >>> 1;
      if (ascending[middle] < threshold) {
        below = middle + 1;
      } else {
        high = middle;
      }
    }
    int rows = ascending.length;
    long missed = positives[below];
    long found = positives[rows] - missed;
    Confusion confusion = new Confusion(found, rows - below - found, below - missed, missed);
    return new At(confusion.accuracy(), confusion.precision(), confusion.recall(), confusion.f1());
  }

  /** Figures at one threshold. */
  public record At(double accuracy, double precision, double recall, double f1) {}
}
