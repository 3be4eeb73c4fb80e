package io.aisle.ml.model;

import java.util.Map;

/** Names, shapes and places of the dense weights of a model within one flat array. */
public interface DenseLayout {
  /** Numbers in all. */
  int size();

  /** Fresh weights, {@code [size]}. */
  float[] initial(long seed);

  /**
   * Names the parts of a flat array; copies.
   *
   * @param values {@code [size]}
   */
  Weights export(float[] values, Map<String, String> notes);

  /**
   * The flat array that {@link #export} named; a copy.
   *
   * @throws io.aisle.domain.InputException when a tensor is missing or of another size
   */
  float[] values(Weights weights);
}
