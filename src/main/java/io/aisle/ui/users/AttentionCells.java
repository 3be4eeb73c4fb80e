package io.aisle.ui.users;

import io.aisle.core.explanation.Explanation;
import io.aisle.ui.chart.BarPairs;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Picks cells and bars out of an explanation. */
final class AttentionCells {
  private static final int BARS = 12;

  private AttentionCells() {}

  /**
   * One layer's weights, or the mean of all layers.
   *
   * @param weights {@code [layer][head][query][key]}, null where masked
   * @param layer {@link AttentionViewModel#MEAN} averages over the layers
   * @param head {@link AttentionViewModel#MEAN} averages over the heads
   * @return {@code [query][key]}; NaN where masked
   */
  static double[][] of(List<List<List<List<Double>>>> weights, int layer, int head) {
    List<List<List<Double>>> taken =
        (layer == AttentionViewModel.MEAN ? weights : List.of(weights.get(layer)))
            .stream()
                .flatMap(
                    heads ->
                        head == AttentionViewModel.MEAN
                            ? heads.stream()
                            : Stream.of(heads.get(head)))
                .toList();
    int queries = taken.getFirst().size();
    double[][] cells = new double[queries][];
    for (int query = 0; query < queries; query++) {
      int keys = taken.getFirst().get(query).size();
      cells[query] = new double[keys];
      for (int key = 0; key < keys; key++) {
        cells[query][key] = mean(taken, query, key);
      }
    }
    return cells;
  }

  private static double mean(List<List<List<Double>>> heads, int query, int key) {
    double sum = 0;
    for (List<List<Double>> head : heads) {
      Double weight = head.get(query).get(key);
      sum += weight == null ? Double.NaN : weight;
    }
    return sum / heads.size();
  }

  /** The key with the largest weight of a row. */
  static int strongest(double[] row) {
    int best = 0;
    for (int key = 1; key < row.length; key++) {
      best = Double.isNaN(row[best]) || row[key] > row[best] ? key : best;
    }
    return best;
  }

  /**
   * The last positions of a matrix: of its keys, and where every key asks, of its queries.
   *
   * @param last how many; 0 for all
   */
  static double[][] window(double[][] cells, int last) {
    int keys = keys(cells);
    int from = last == 0 ? 0 : Math.max(0, keys - last);
    return Arrays.stream(cells, cells.length == keys ? from : 0, cells.length)
        .map(row -> Arrays.copyOfRange(row, Math.min(from, row.length), row.length))
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
