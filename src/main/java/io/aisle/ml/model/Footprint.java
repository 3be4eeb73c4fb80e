package io.aisle.ml.model;

/**
 * Memory that a training needs at its peak beyond the program and the data.
 *
 * @param heapBytes on the Java heap, copies for checkpoints and best weights included
 * @param nativeBytes outside it, such as parameters and activations in libtorch
 */
public record Footprint(double heapBytes, double nativeBytes) {}
