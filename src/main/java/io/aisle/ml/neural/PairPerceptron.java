package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * Two hidden layers with rectified units and dropout over what is known of a user and an item. The
 * first layer is a sum of a part of the user and one of the item, which are computed apart.
 *
 * @param first tensor of the layout where its own begin
 * @param userInputs numbers of the user's side
 * @param itemInputs numbers of the item's side
 * @param outputs numbers it ends with; 0 leaves the second layer as the result
 */
record PairPerceptron(
    int first, int userInputs, int itemInputs, int firstLayer, int secondLayer, int outputs) {
  private static final int TENSORS = 5;

  /** Adds its tensors to a layout. */
  void addTo(Layout layout) {
    Init one = Init.linear((long) userInputs + itemInputs);
    Init two = Init.linear(firstLayer);
    layout.add("hidden.0.user.weight", one, firstLayer, userInputs);
    layout.add("hidden.0.item.weight", one, firstLayer, itemInputs);
    layout.add("hidden.0.bias", one, firstLayer);
    layout.add("hidden.1.weight", two, secondLayer, firstLayer);
    layout.add("hidden.1.bias", two, secondLayer);
    if (outputs > 0) {
      layout.add("output.weight", Init.linear(secondLayer), outputs, secondLayer);
      layout.add("output.bias", Init.linear(secondLayer), outputs);
    }
  }

  /** The tensor behind its own. */
  int next() {
    return first + TENSORS + (outputs > 0 ? 2 : 0);
  }

  /** The user's part of the first layer, {@code [rows, 1, firstLayer]}. */
  PtNDArray user(Ops ops, PtNDArray[] weights, PtNDArray inputs) {
    PtNDArray flat = ops.reshape(inputs, -1, userInputs);
    PtNDArray part = ops.linear(flat, weights[first], weights[first + 2]);
    return ops.reshape(part, -1, 1, firstLayer);
  }

  /** The item's part of the first layer, {@code [groups, candidates, firstLayer]}. */
  PtNDArray item(Ops ops, PtNDArray[] weights, PtNDArray inputs, long candidates) {
    PtNDArray flat = ops.reshape(inputs, -1, itemInputs);
    PtNDArray part = ops.matmul(flat, ops.transpose(weights[first + 1], 0, 1));
    return ops.reshape(part, -1, candidates, firstLayer);
  }

  /**
   * Everything behind the sum of both parts.
   *
   * @param sum {@code [rows, candidates, firstLayer]}
   * @return {@code [rows * candidates, outputs]}, or of the second layer's width
   */
  PtNDArray join(Ops ops, PtNDArray[] weights, PtNDArray sum, Dropout dropout) {
    PtNDArray x = ops.relu(ops.reshape(sum, -1, firstLayer));
    x = ops.linear(dropout.apply(ops, x), weights[first + 3], weights[first + 4]);
    x = dropout.apply(ops, ops.relu(x));
    return outputs == 0 ? x : ops.linear(x, weights[first + 5], weights[first + 6]);
  }
}
