package io.aisle.ml.model.graph;

import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.Map;

/**
 * What Adam remembers of each value.
 *
 * @param first mean of the gradients
 * @param second mean of their squares
 */
record AdamMoments(float[] first, float[] second) {
  AdamMoments(int size) {
    this(new float[size], new float[size]);
  }

  void putInto(Map<String, Tensor> tensors, String name) {
    tensors.put(name + ".first_moment", Tensor.of(first.clone(), first.length));
    tensors.put(name + ".second_moment", Tensor.of(second.clone(), second.length));
  }

  /**
   * @throws io.aisle.domain.InputException when they are missing or of another size
   */
  static AdamMoments of(Weights weights, String name, int size) {
    return new AdamMoments(
        weights.values(name + ".first_moment", size).clone(),
        weights.values(name + ".second_moment", size).clone());
  }
}
