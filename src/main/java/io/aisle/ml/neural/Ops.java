package io.aisle.ml.neural;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The native operations that the models here are made of, each counted with the release of its
 * result, so that a test can hold a training step to its budget. A result belongs to the manager of
 * the first operand. The engine's own functions are called, not the methods of {@code NDArray},
 * because those ask for shapes and types along the way: several native calls where one does.
 */
final class Ops {
  private long calls;

  /** Native calls so far. */
  long calls() {
    return calls;
  }

  /** Counts an operation that returns one array, which will be released. */
  private PtNDArray one(PtNDArray result) {
    calls += 2;
    return result;
  }

  /** Counts calls that were made elsewhere. */
  void count(int more) {
    calls += more;
  }

  PtNDArray slice(PtNDArray x, int axis, long from, long to) {
    return one(JniUtils.slice(x, axis, from, to, 1));
  }

  PtNDArray reshape(PtNDArray x, long... shape) {
    return one(JniUtils.reshape(x, shape));
  }

  PtNDArray permute(PtNDArray x, long... axes) {
    return one(JniUtils.permute(x, axes));
  }

  PtNDArray transpose(PtNDArray x, int one, int other) {
    return one(JniUtils.transpose(x, one, other));
  }

  /** Views of parts along an axis; the array itself where there is but one. */
  PtNDArray[] split(PtNDArray x, int axis, long... sizes) {
    if (sizes.length == 1) {
      return new PtNDArray[] {x};
    }
    NDList parts = JniUtils.split(x, sizes, axis);
    calls += 1 + sizes.length;
    PtNDArray[] arrays = new PtNDArray[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      arrays[i] = (PtNDArray) parts.get(i);
    }
    return arrays;
  }

  /** Joins along the first axis. */
  PtNDArray cat(PtNDArray... parts) {
    return join(0, parts);
  }

  /** Joins along an axis. */
  PtNDArray join(int axis, PtNDArray... parts) {
    return parts.length == 1 ? parts[0] : one(JniUtils.cat(parts, axis));
  }

  /** The same values outside the graph. */
  PtNDArray detach(PtNDArray x) {
    return one(JniUtils.detachGradient(x));
  }

  /** The largest along an axis, which is left out. */
  PtNDArray max(PtNDArray x, int axis) {
    return one(JniUtils.max(x, axis, false));
  }

  /**
   * Convolution along the last axis with steps of one.
   *
   * @param x {@code [rows, in, length]}
   * @param weight {@code [out, in, height]}
   * @param padding zeros on both sides
   * @return {@code [rows, out, length + 2 padding - height + 1]}
   */
  PtNDArray convolve(PtNDArray x, PtNDArray weight, PtNDArray bias, int padding) {
    Shape one = new Shape(1);
    return one(JniUtils.convolution(x, weight, bias, one, new Shape(padding), one, 1));
  }

  PtNDArray add(PtNDArray x, PtNDArray y) {
    return one(JniUtils.add(x, y));
  }

  PtNDArray sub(PtNDArray x, PtNDArray y) {
    return one(JniUtils.sub(x, y));
  }

  PtNDArray mul(PtNDArray x, PtNDArray y) {
    return one(JniUtils.mul(x, y));
  }

  PtNDArray square(PtNDArray x) {
    return one(JniUtils.square(x));
  }

  PtNDArray sqrt(PtNDArray x) {
    return one(JniUtils.sqrt(x));
  }

  PtNDArray neg(PtNDArray x) {
    return one(JniUtils.neg(x));
  }

  PtNDArray log(PtNDArray x) {
    return one(JniUtils.log(x));
  }

  /** Product of two vectors. */
  PtNDArray dot(PtNDArray x, PtNDArray y) {
    return one(JniUtils.dot(x, y));
  }

  PtNDArray sum(PtNDArray x) {
    return one(JniUtils.sum(x));
  }

  PtNDArray sum(PtNDArray x, int axis) {
    return one(JniUtils.sum(x, new long[] {axis}, false));
  }

  PtNDArray softPlus(PtNDArray x) {
    return one(JniUtils.softPlus(x));
  }

  PtNDArray lessThan(PtNDArray x, PtNDArray y) {
    return one(JniUtils.lt(x, y));
  }

  PtNDArray toFloat(PtNDArray x) {
    return one(JniUtils.to(x, DataType.FLOAT32, x.getDevice()));
  }

  PtNDArray atMostOne(PtNDArray x) {
    return one(JniUtils.clip(x, 0, 1));
  }

  void addTo(PtNDArray x, PtNDArray y) {
    calls++;
    JniUtils.addi(x, y);
  }

  void subtractFrom(PtNDArray x, PtNDArray y) {
    calls++;
    JniUtils.subi(x, y);
  }

  void multiplyInto(PtNDArray x, PtNDArray y) {
    calls++;
    JniUtils.muli(x, y);
  }

  void divideInto(PtNDArray x, PtNDArray y) {
    calls++;
    JniUtils.divi(x, y);
  }

  PtNDArray matmul(PtNDArray x, PtNDArray y) {
    return one(JniUtils.matmul(x, y));
  }

  PtNDArray bmm(PtNDArray x, PtNDArray y) {
    return one(JniUtils.bmm(x, y));
  }

  PtNDArray linear(PtNDArray x, PtNDArray weight, PtNDArray bias) {
    return one(JniUtils.linear(x, weight, bias));
  }

  /** Rows of a table; the result belongs to the manager of the indices. */
  PtNDArray embedding(PtNDArray indices, PtNDArray table) {
    return one(JniUtils.embedding(indices, table, false));
  }

  PtNDArray layerNorm(PtNDArray x, Shape width, PtNDArray weight, PtNDArray bias) {
    return one(JniUtils.layerNorm(x, width, weight, bias, 1e-5));
  }

  PtNDArray gelu(PtNDArray x) {
    return one(JniUtils.gelu(x));
  }

  PtNDArray relu(PtNDArray x) {
    return one(JniUtils.relu(x));
  }

  PtNDArray sigmoid(PtNDArray x) {
    return one(JniUtils.sigmoid(x));
  }

  PtNDArray div(PtNDArray x, PtNDArray y) {
    return one(JniUtils.div(x, y));
  }

  PtNDArray softmax(PtNDArray x, int axis) {
    return one(JniUtils.softmax(x, axis, DataType.FLOAT32));
  }

  /**
   * One recurrent layer with gates, PyTorch's order of gates.
   *
   * @param x {@code [rows, length, in]}
   * @param start {@code [1, rows, hidden]}
   * @param weights of the input, of the state, and the biases of both
   * @return the states {@code [rows, length, hidden]}
   */
  PtNDArray gru(PtNDArray x, PtNDArray start, NDList weights) {
    calls += 4;
    NDList results = JniUtils.gru(x, start, weights, true, 1, 0, false, false, true);
    results.get(1).close();
    return (PtNDArray) results.get(0);
  }

  /** Values at flat indices. */
  PtNDArray take(PtNDArray x, PtNDArray flat, PtNDManager manager) {
    return one(JniUtils.take(x, flat, manager));
  }

  /** Overwrites the values of a vector at some indices; an in-place {@code put} does not exist. */
  void set(PtNDArray vector, PtNDArray indices, PtNDArray values) {
    calls += 3;
    JniUtils.indexAdvPut(vector, new NDIndex("{}", indices), values);
  }
}
