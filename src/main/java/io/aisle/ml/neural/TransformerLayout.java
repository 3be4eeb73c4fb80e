package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parameters of some Transformer blocks and of the norm behind them lie: the matrices of
 * all blocks first, then all vectors.
 *
 * @param prefix of the tensors' names
 * @param through whether a block starts by passing on what it looks up as it is: where a position
 *     has nothing of its own, such as a mask, its neighbours' vectors are then what it is compared
 *     with from the first step on, as the newest item's own is in a causal model
 */
record TransformerLayout(String prefix, int layers, int width, boolean through) {
  private static final String VALUE = "value";
  private static final List<String> PROJECTIONS = List.of("query", "key", VALUE);

  TransformerLayout(String prefix, int layers, int width) {
    this(prefix, layers, width, false);
  }

  /** Adds the tensors behind those that a layout has. */
  void addTo(Layout layout) {
    addMatrices(layout);
    addVectors(layout);
  }

  /** The first half of {@link #addTo}, for a layout that has all its matrices before vectors. */
  void addMatrices(Layout layout) {
    for (int layer = 0; layer < layers; layer++) {
      matrices(layout, prefix + "layers." + layer + ".");
    }
  }

  /** The second half. */
  void addVectors(Layout layout) {
    for (int layer = 0; layer < layers; layer++) {
      vectors(layout, prefix + "layers." + layer + ".");
    }
    layout.add(prefix + "norm.weight", Init.ONE, width).add(prefix + "norm.bias", Init.ZERO, width);
  }

  private void matrices(Layout layout, String name) {
    for (String part : PROJECTIONS) {
      // the joint matrix of all three counts
      Init start = Init.glorot(width, 3L * width);
      layout.add(
          name + "attention." + part + ".weight",
          part.equals(VALUE) ? passing(start) : start,
          width,
          width);
    }
    layout.add(name + "attention.output.weight", passing(Init.linear(width)), width, width);
    layout.add(name + "feed_forward.inner.weight", Init.linear(width), 4L * width, width);
    layout.add(name + "feed_forward.outer.weight", Init.linear(4L * width), width, 4L * width);
  }

  private Init passing(Init start) {
    return through ? new Init.Through(width, start) : start;
  }

  private void vectors(Layout layout, String name) {
    layout.add(name + "attention_norm.weight", Init.ONE, width);
    layout.add(name + "attention_norm.bias", Init.ZERO, width);
    for (String part : PROJECTIONS) {
      layout.add(name + "attention." + part + ".bias", Init.ZERO, width);
    }
    layout.add(name + "attention.output.bias", Init.ZERO, width);
    layout.add(name + "feed_forward_norm.weight", Init.ONE, width);
    layout.add(name + "feed_forward_norm.bias", Init.ZERO, width);
    layout.add(name + "feed_forward.inner.bias", Init.linear(width), 4L * width);
    layout.add(name + "feed_forward.outer.bias", Init.linear(4L * width), width);
  }

  /**
   * Shapes of the pieces that a forward pass uses.
   *
   * @param newestOnly whether the last block computes the newest position alone
   */
  List<long[]> shapes(boolean newestOnly) {
    List<long[]> shapes = new ArrayList<>(matrices(newestOnly));
    shapes.addAll(vectors(newestOnly));
    return shapes;
  }

  /** Those of {@link #shapes} that {@link #addMatrices} makes room for. */
  List<long[]> matrices(boolean newestOnly) {
    long d = width;
    List<long[]> shapes = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      projections(newestOnly, layer).forEach(rows -> shapes.add(new long[] {rows, d}));
      shapes.add(new long[] {d, d});
      shapes.add(new long[] {4 * d, d});
      shapes.add(new long[] {d, 4 * d});
    }
    return shapes;
  }

  /** Those that {@link #addVectors} makes room for. */
  List<long[]> vectors(boolean newestOnly) {
    long d = width;
    List<Long> sizes = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      sizes.addAll(List.of(d, d));
      sizes.addAll(projections(newestOnly, layer));
      sizes.addAll(List.of(d, d, d, 4 * d, d));
    }
    sizes.addAll(List.of(d, d));
    return sizes.stream().map(size -> new long[] {size}).toList();
  }

  private List<Long> projections(boolean newestOnly, int layer) {
    long d = width;
    return apart(newestOnly, layer) ? List.of(d, 2 * d) : List.of(3 * d);
  }

  private boolean apart(boolean newestOnly, int layer) {
    return newestOnly && layer == layers - 1;
  }

  /** The parts behind the pieces that lie before. */
  Parts read(PtNDArray[] pieces, int from, boolean newestOnly) {
    int vectors = from + matrices(newestOnly).size();
    return read(new Pieces(pieces, from), new Pieces(pieces, vectors), newestOnly);
  }

  /** The parts that come next among matrices and vectors. */
  Parts read(Pieces matrix, Pieces vector, boolean newestOnly) {
    List<TransformerLayer> read = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      read.add(TransformerLayer.read(matrix, vector, apart(newestOnly, layer)));
    }
    return new Parts(read, vector.next(), vector.next());
  }

  /** Blocks and the norm behind them. */
  record Parts(List<TransformerLayer> layers, PtNDArray normWeight, PtNDArray normBias) {}
}
