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
    int d = layout.width();
    List<Long> sizes = new ArrayList<>(List.of((long) layout.items()));
    sizes.add((long) layout.params().maxLength());
    for (int layer = 0; layer < layers; layer++) {
      long[] projections = apart(queryApart, layer, layers) ? new long[] {1, 2} : new long[] {3};
      add(sizes, 1, 1);
      for (long width : projections) {
        sizes.add(width * d);
      }
      add(sizes, projections);
      add(sizes, d, 1, 1, 1, 4L * d, 4, 4L * d, 1);
    }
    add(sizes, 1, 1);
    PtNDArray[] parts =
        ops.split(matrix, 0, sizes.stream().mapToLong(Long::longValue).toArray());
    return new Reader(ops, parts, d).read(layers, queryApart);
  }

  private static boolean apart(boolean queryApart, int layer, int layers) {
    return queryApart && layer == layers - 1;
  }

  private static void add(List<Long> sizes, long... more) {
    for (long size : more) {
      sizes.add(size);
    }
  }

  /** Takes the pieces one after the other. */
  private static final class Reader {
    private final Ops ops;
    private final PtNDArray[] parts;
    private final int d;
    private int next;

    Reader(Ops ops, PtNDArray[] parts, int d) {
      this.ops = ops;
      this.parts = parts;
      this.d = d;
    }

    SasRecParts read(int layers, boolean queryApart) {
      PtNDArray items = matrix();
      PtNDArray positions = matrix();
      List<Layer> blocks = new ArrayList<>();
      for (int layer = 0; layer < layers; layer++) {
        blocks.add(layer(apart(queryApart, layer, layers)));
      }
      return new SasRecParts(items, positions, blocks, vector(1), vector(1));
    }

    private Layer layer(boolean apart) {
      PtNDArray normWeight = vector(1);
      PtNDArray normBias = vector(1);
      PtNDArray queryWeight = matrix();
      PtNDArray keyValueWeight = apart ? matrix() : null;
      PtNDArray queryBias = vector(apart ? 1 : 3);
      PtNDArray keyValueBias = apart ? vector(2) : null;
      return new Layer(
          normWeight,
          normBias,
          queryWeight,
          keyValueWeight,
          queryBias,
          keyValueBias,
          matrix(),
          vector(1),
          vector(1),
          vector(1),
          matrix(),
          vector(4),
          ops.reshape(matrix(), d, 4L * d),
          vector(1));
    }

    private PtNDArray matrix() {
      return parts[next++];
    }

    private PtNDArray vector(long rows) {
      return ops.reshape(matrix(), rows * d);
    }
  }
}
