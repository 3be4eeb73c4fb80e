package io.aisle.ui.users;

import io.aisle.core.explanation.Explanation;
import io.aisle.ui.chart.BarPairs;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Picks cells and bars out of an explanation. */
final class AttentionCells {
  private static final int BARS = 12;

  private AttentionCells() {}

  /** The key with the largest weight of a row. */
  static int strongest(double[] row) {
    int best = 0;
    for (int key = 1; key < row.length; key++) {
      best = Double.isNaN(row[best]) || row[key] > row[best] ? key : best;
    }
    return best;
  }

  /**
   * Some positions of a matrix: of its keys, and where every key asks, of its queries.
   *
   * @param places ascending
   */
  static double[][] at(double[][] cells, int[] places) {
    boolean square = cells.length == keys(cells);
    return IntStream.range(0, square ? places.length : cells.length)
        .mapToObj(row -> cells[square ? places[row] : row])
        .map(row -> IntStream.of(places).mapToDouble(key -> row[key]).toArray())
        .toArray(double[][]::new);
  }

  /** Columns of a matrix. */
  static int keys(double[][] cells) {
    return cells.length == 0 ? 0 : cells[cells.length - 1].length;
  }

  /**
   * History items with the attention that the score is read with and with what they add to the
   * score.
   *
   * @param looked weights of the items from the explanation's first on; empty without attention
   * @param byAttention whether the most looked at come first, or those that add most either way
   */
  static List<BarPairs.Pair> pairs(
      List<String> names, Explanation explanation, double[] looked, boolean byAttention) {
    double[] contributions = explanation.contributions();
    ToDoubleFunction<Integer> size =
        byAttention
            ? index -> orNothing(attention(looked, index - explanation.first()))
            : index -> Math.abs(contributions[index]);
    return IntStream.range(0, contributions.length)
        .boxed()
        .sorted(Comparator.comparingDouble(index -> -size.applyAsDouble(index)))
        .limit(BARS)
        .map(
            index ->
                new BarPairs.Pair(
                    names.get(index),
                    attention(looked, index - explanation.first()),
                    contributions[index]))
        .toList();
  }

  private static double orNothing(double value) {
    return Double.isNaN(value) ? -1 : value;
  }

  private static double attention(double[] looked, int key) {
    return looked.length == 0 || key < 0 ? Double.NaN : looked[key];
  }
}
