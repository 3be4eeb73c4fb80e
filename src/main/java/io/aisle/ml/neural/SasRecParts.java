package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a SASRec as tensors, views of one matrix. Width is d.
 *
 * @param items {@code [items, d]}
 * @param positions {@code [maxLength, d]}, the newest item of a history at the last row
 * @param normWeight {@code [d]} of the last norm
 * @param normBias {@code [d]}
 */
record SasRecParts(
    PtNDArray items,
    PtNDArray positions,
    List<Layer> layers,
    PtNDArray normWeight,
    PtNDArray normBias) {

  /**
   * One Transformer block. In a layer that needs only the newest position's query, the projections
   * of queries and of keys with values lie apart; otherwise {@code keyValue*} is empty and {@code
   * query*} projects all three.
   *
   * @param queryWeight {@code [3d, d]}, or {@code [d, d]} when apart
   * @param keyValueWeight {@code [2d, d]} or null
   * @param innerWeight {@code [4d, d]}
   * @param outerWeight {@code [d, 4d]}
   */
  record Layer(
      PtNDArray attentionNormWeight,
      PtNDArray attentionNormBias,
      PtNDArray queryWeight,
      PtNDArray keyValueWeight,
      PtNDArray queryBias,
      PtNDArray keyValueBias,
      PtNDArray outputWeight,
      PtNDArray outputBias,
      PtNDArray feedForwardNormWeight,
      PtNDArray feedForwardNormBias,
      PtNDArray innerWeight,
      PtNDArray innerBias,
      PtNDArray outerWeight,
      PtNDArray outerBias) {
    boolean queryApart() {
      return keyValueWeight != null;
    }
  }

  static SasRecParts of(Ops ops, PtNDArray matrix, SasRecLayout layout, boolean queryApart) {
    int layers = layout.params().layers();
    long d = layout.width();
    List<Long> matrices =
        new ArrayList<>(List.of((long) layout.items(), (long) layout.params().maxLength()));
    List<Long> vectors = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      boolean apart = apart(queryApart, layer, layers);
      matrices.addAll(apart ? List.of(d, 2 * d) : List.of(3 * d));
      matrices.addAll(List.of(d, 4 * d, 4 * d));
      vectors.addAll(List.of(d, d));
      vectors.addAll(apart ? List.of(d, 2 * d) : List.of(3 * d));
      vectors.addAll(List.of(d, d, d, 4 * d, d));
    }
    vectors.addAll(List.of(d, d));
    matrices.add(vectors.stream().mapToLong(Long::longValue).sum() / d);
    PtNDArray[] parts = ops.split(matrix, 0, sizes(matrices));
    PtNDArray flat = ops.reshape(parts[parts.length - 1], -1);
    return new Reader(ops, parts, ops.split(flat, 0, sizes(vectors)), d).read(layers, queryApart);
  }

  private static boolean apart(boolean queryApart, int layer, int layers) {
    return queryApart && layer == layers - 1;
  }

  private static long[] sizes(List<Long> sizes) {
    return sizes.stream().mapToLong(Long::longValue).toArray();
  }

  /** Takes the pieces one after the other. */
  private static final class Reader {
    private final Ops ops;
    private final PtNDArray[] matrices;
    private final PtNDArray[] vectors;
    private final long d;
    private int nextMatrix;
    private int nextVector;

    Reader(Ops ops, PtNDArray[] matrices, PtNDArray[] vectors, long d) {
      this.ops = ops;
      this.matrices = matrices;
      this.vectors = vectors;
      this.d = d;
    }

    SasRecParts read(int layers, boolean queryApart) {
      PtNDArray items = matrix();
      PtNDArray positions = matrix();
      List<Layer> blocks = new ArrayList<>();
      for (int layer = 0; layer < layers; layer++) {
        blocks.add(layer(apart(queryApart, layer, layers)));
      }
      return new SasRecParts(items, positions, blocks, vector(), vector());
    }

    private Layer layer(boolean apart) {
      return new Layer(
          vector(),
          vector(),
          matrix(),
          apart ? matrix() : null,
          vector(),
          apart ? vector() : null,
          matrix(),
          vector(),
          vector(),
          vector(),
          matrix(),
          vector(),
          ops.reshape(matrix(), d, 4 * d),
          vector());
    }

    private PtNDArray matrix() {
      return matrices[nextMatrix++];
    }

    private PtNDArray vector() {
      return vectors[nextVector++];
    }
  }
}
