package io.aisle.ml.model;

/**
 * A dense array on the heap.
 *
 * @param shape sizes of the axes; the product is {@code data.length}
 * @param data values, row-major
 */
public record Tensor(long[] shape, float[] data) {
  public Tensor {
    long size = 1;
    for (long axis : shape) {
      size = Math.multiplyExact(size, axis);
    }
    if (size != data.length) {
      throw new IllegalArgumentException(
          "a tensor of " + data.length + " values cannot have this shape");
    }
  }

  public static Tensor of(float[] data, long... shape) {
    return new Tensor(shape, data);
  }
}
