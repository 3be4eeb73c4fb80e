package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import io.aisle.domain.InputException;
import io.aisle.domain.model.SasRecParams;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Where the parameters of a SASRec lie. All of them form one matrix as wide as the embedding: the
 * item table first, then positions, the matrices of the blocks, and all vectors. So an update step
 * is a few passes over one array, and a checkpoint is three of them.
 */
final class SasRecLayout {
  /** How a tensor starts. */
  private enum Init {
    /** Normal with a deviation of 0.02. */
    EMBEDDING,
    /** Uniform, Glorot and Bengio (2010), over the joint matrix of queries, keys and values. */
    ATTENTION,
    /** Uniform within 1/sqrt(inputs), PyTorch's default of a linear layer. */
    LINEAR,
    INNER_LINEAR,
    ONE,
    ZERO
  }

  /**
   * A named tensor: some rows of the matrix, read in its own shape.
   *
   * @param first first row
   * @param rows number of rows
   */
  private record Block(String name, int first, int rows, Init init, long[] shape) {}

  private final SasRecParams params;
  private final int items;
  private final List<Block> blocks = new ArrayList<>();
  private int rows;

  SasRecLayout(SasRecParams params, int items) {
    this.params = params;
    this.items = items;
    int width = params.embeddingSize();
    add("item_embedding.weight", items, Init.EMBEDDING, items, width);
    add("position_embedding.weight", params.maxLength(), Init.EMBEDDING, params.maxLength(), width);
    for (int layer = 0; layer < params.layers(); layer++) {
      matrices("layers." + layer + ".", width);
    }
    for (int layer = 0; layer < params.layers(); layer++) {
      vectors("layers." + layer + ".", width);
    }
    vector("norm.weight", Init.ONE);
    vector("norm.bias", Init.ZERO);
  }

  private void matrices(String prefix, int width) {
    for (String part : List.of("query", "key", "value")) {
      add(prefix + "attention." + part + ".weight", width, Init.ATTENTION, width, width);
    }
    add(prefix + "attention.output.weight", width, Init.LINEAR, width, width);
    add(prefix + "feed_forward.inner.weight", 4 * width, Init.LINEAR, 4L * width, width);
    add(prefix + "feed_forward.outer.weight", 4 * width, Init.INNER_LINEAR, width, 4L * width);
  }

  private void vectors(String prefix, int width) {
    vector(prefix + "attention_norm.weight", Init.ONE);
    vector(prefix + "attention_norm.bias", Init.ZERO);
    for (String part : List.of("query", "key", "value")) {
      vector(prefix + "attention." + part + ".bias", Init.ZERO);
    }
    vector(prefix + "attention.output.bias", Init.ZERO);
    vector(prefix + "feed_forward_norm.weight", Init.ONE);
    vector(prefix + "feed_forward_norm.bias", Init.ZERO);
    add(prefix + "feed_forward.inner.bias", 4, Init.LINEAR, 4L * width);
    vector(prefix + "feed_forward.outer.bias", Init.INNER_LINEAR);
  }

  private void vector(String name, Init init) {
    add(name, 1, init, params.embeddingSize());
  }

  private void add(String name, int count, Init init, long... shape) {
    blocks.add(new Block(name, rows, count, init, shape));
    rows += count;
  }

  SasRecParams params() {
    return params;
  }

  int items() {
    return items;
  }

  int width() {
    return params.embeddingSize();
  }

  /** Rows of the matrix. */
  int rows() {
    return rows;
  }

  /** Fresh parameters, {@code [rows * width]}. */
  float[] initial(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] matrix = new float[Math.multiplyExact(rows, width())];
    for (Block block : blocks) {
      int end = (block.first + block.rows) * width();
      for (int i = block.first * width(); i < end; i++) {
        matrix[i] = (float) start(block.init, random);
      }
    }
    return matrix;
  }

  private double start(Init init, SplittableRandom random) {
    double uniform = 2 * random.nextDouble() - 1;
    return switch (init) {
      case EMBEDDING -> 0.02 * random.nextGaussian();
      case ATTENTION -> uniform * Math.sqrt(6.0 / (4.0 * width()));
      case LINEAR -> uniform / Math.sqrt(width());
      case INNER_LINEAR -> uniform / Math.sqrt(4.0 * width());
      case ONE -> 1;
      case ZERO -> 0;
    };
  }

  /**
   * The matrix as the parts that a forward pass uses, in the order of the matrix; views of its
   * memory.
   *
   * @param queryApart whether the last layer's query projection is wanted apart from keys and
   *     values
   */
  SasRecParts parts(Ops ops, PtNDArray matrix, boolean queryApart) {
    return SasRecParts.of(ops, matrix, this, queryApart);
  }

  /** Names the parts of a matrix. */
  Weights export(float[] matrix, Map<String, String> notes) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Block block : blocks) {
      float[] data = new float[block.rows * width()];
      System.arraycopy(matrix, block.first * width(), data, 0, data.length);
      tensors.put(block.name, new Tensor(block.shape.clone(), data));
    }
    return new Weights(tensors, notes);
  }

  /**
   * The matrix that {@link #export} named.
   *
   * @throws InputException when a tensor is missing or of another size
   */
  float[] matrix(Weights weights) {
    float[] matrix = new float[Math.multiplyExact(rows, width())];
    for (Block block : blocks) {
      Tensor tensor = weights.tensors().get(block.name);
      int size = block.rows * width();
      if (tensor == null || tensor.data().length != size) {
        throw new InputException(
            "the weights do not fit the model: '%s' should have %d values%s"
                .formatted(
                    block.name,
                    size,
                    tensor == null ? " but is missing" : ", not " + tensor.data().length));
      }
      System.arraycopy(tensor.data(), 0, matrix, block.first * width(), size);
    }
    return matrix;
  }
}
