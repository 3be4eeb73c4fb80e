package io.aisle.ml.model.graph;

import io.aisle.domain.model.GatParams;
import io.aisle.ml.model.FactorTable;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The parameters of graph attention beside the embeddings in one array: for each layer a matrix
 * {@code [size][side]} in, then the vectors {@code [side]} that judge the asking and the asked
 * node, the columns of the heads one after the other.
 *
 * @param side values from row to row of embeddings
 * @param values all of them
 */
record GatWeights(int layers, int size, int side, float[] values) {
  private static final float NOISE = 0.1f;

  /** Matrices near the identity and small vectors, so that training starts at plain means. */
  static GatWeights initial(GatParams params, SplittableRandom random) {
    int size = params.embeddingSize();
    GatWeights weights = zeros(params.layers(), size);
    for (int layer = 0; layer < weights.layers; layer++) {
      for (int row = 0; row < size + 2; row++) {
        for (int k = 0; k < size; k++) {
          float noise = (2 * random.nextFloat() - 1) * NOISE;
          weights.values[weights.matrix(layer) + row * weights.side + k] =
              row == k ? 1 + noise : noise;
        }
      }
    }
    return weights;
  }

  static GatWeights zeros(int layers, int size) {
    int side = FactorTable.side(size);
    return new GatWeights(layers, size, side, new float[layers * (size + 2) * side]);
  }

  /** Where the matrix of a layer starts. */
  int matrix(int layer) {
    return layer * (size + 2) * side;
  }

  /** Where the vector of a layer starts that judges the asking node. */
  int asking(int layer) {
    return matrix(layer) + size * side;
  }

  /** Where the vector of a layer starts that judges the asked node. */
  int asked(int layer) {
    return asking(layer) + side;
  }

  /** A copy by name. */
  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int layer = 0; layer < layers; layer++) {
      tensors.put(name(layer, "weight"), Tensor.of(compact(matrix(layer), size), size, size));
      tensors.put(name(layer, "asking"), Tensor.of(compact(asking(layer), 1), size));
      tensors.put(name(layer, "asked"), Tensor.of(compact(asked(layer), 1), size));
    }
    return tensors;
  }

  /**
   * Takes over a copy of what {@link #tensors} gave.
   *
   * @throws io.aisle.domain.InputException when it is missing or of another size
   */
  void restore(Weights weights) {
    for (int layer = 0; layer < layers; layer++) {
      spread(weights.values(name(layer, "weight"), size, size), matrix(layer));
      spread(weights.values(name(layer, "asking"), size), asking(layer));
      spread(weights.values(name(layer, "asked"), size), asked(layer));
    }
  }

  private static String name(int layer, String part) {
    return "layer%d.%s".formatted(layer, part);
  }

  private float[] compact(int from, int rows) {
    float[] compact = new float[rows * size];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, from + row * side, compact, row * size, size);
    }
    return compact;
  }

  private void spread(float[] compact, int to) {
    for (int row = 0; row * size < compact.length; row++) {
      System.arraycopy(compact, row * size, values, to + row * side, size);
    }
  }
}
