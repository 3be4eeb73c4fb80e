package io.aisle.core.explanation;

import io.aisle.ml.model.AttentionFlow;
import java.util.List;
import java.util.stream.Stream;

/**
 * The attention of an explanation as one matrix: of a layer and a head, averaged, or rolled out
 * through the layers. Immutable; takes up to some 100 ms to make for 200 positions.
 */
public final class AttentionViews {
  /** In place of the number of a layer or head: the mean over all of them. */
  public static final int MEAN = -1;

  /** In place of the number of a layer: attention rollout over all layers. */
  public static final int ROLLED_OUT = -3;

  private final Explanation explanation;
  private final double[][] rolledOut;

  public AttentionViews(Explanation explanation) {
    this.explanation = explanation;
    this.rolledOut = rolledOut(explanation);
  }

  /** Number of layers; 0 for models without attention. */
  public int layers() {
    return weights().size();
  }

  /** Number of heads of each layer. */
  public int heads() {
    return weights().isEmpty() ? 0 : weights().getFirst().size();
  }

  /** Whether there is something to roll out: several layers that feed one another. */
  public boolean rolls() {
    return rolledOut.length > 0;
  }

  /**
   * Weights by query and key.
   *
   * @param layer its number, {@link #MEAN} or {@link #ROLLED_OUT}, which takes all heads together
   * @param head its number or {@link #MEAN}
   * @return {@code [query][key]}, positions oldest first; NaN where masked; empty without attention
   */
  public double[][] cells(int layer, int head) {
    if (weights().isEmpty()) {
      return new double[0][];
    }
    return layer == ROLLED_OUT ? rolledOut : averaged(weights(), layer, head);
  }

  /**
   * What the score is read from looks at: of all layers and heads the explanation's own, which also
   * holds where it is no position of the history that asks; else the last query's row.
   *
   * @return {@code [key]}, from the explanation's first position on; empty without attention
   */
  public double[] looked(int layer, int head) {
    boolean allLayers = layer == MEAN || layers() == 1;
    boolean allHeads = head == MEAN || heads() == 1;
    if (weights().isEmpty()) {
      return new double[0];
    }
    if (layer == ROLLED_OUT) {
      return explanation.attentionRollout();
    }
    if (allLayers && allHeads) {
      return explanation.attentionMean();
    }
    double[][] cells = cells(layer, head);
    return cells[cells.length - 1];
  }

  /** What {@link #cells} gives of layers and heads that are averaged. */
  static double[][] averaged(List<List<List<List<Double>>>> weights, int layer, int head) {
    List<List<List<Double>>> taken =
        (layer == MEAN ? weights : List.of(weights.get(layer)))
            .stream()
                .flatMap(heads -> head == MEAN ? heads.stream() : Stream.of(heads.get(head)))
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

  /** The last row is the explanation's own: in BERT4Rec it is the mask that asks there. */
  private static double[][] rolledOut(Explanation explanation) {
    List<List<List<List<Double>>>> weights = explanation.attention();
    if (weights.size() < 2
        || weights.getFirst().getFirst().size() != explanation.attentionRollout().length) {
      return new double[0][];
    }
    float[][][][] cells =
        weights.stream()
            .map(layer -> layer.stream().map(AttentionViews::matrix).toArray(float[][][]::new))
            .toArray(float[][][][]::new);
    double[][] rows = AttentionFlow.rolledOut(cells);
    double[][] mean = averaged(weights, MEAN, MEAN);
    for (int query = 0; query < rows.length; query++) {
      for (int key = 0; key < rows.length; key++) {
        rows[query][key] = Double.isNaN(mean[query][key]) ? Double.NaN : rows[query][key];
      }
    }
    rows[rows.length - 1] = explanation.attentionRollout();
    return rows;
  }

  private static float[][] matrix(List<List<Double>> head) {
    float[][] rows = new float[head.size()][];
    for (int query = 0; query < rows.length; query++) {
      rows[query] = new float[head.get(query).size()];
      for (int key = 0; key < rows[query].length; key++) {
        Double weight = head.get(query).get(key);
        rows[query][key] = weight == null ? Float.NaN : weight.floatValue();
      }
    }
    return rows;
  }

  private List<List<List<List<Double>>>> weights() {
    return explanation.attention();
  }
}
