package io.aisle.ml.model.graph;

import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.Map;

/**
 * From embeddings of nodes to what scores are computed with, and the gradient back. Holds the
 * activations of its last pass and the parameters beside the embeddings; confined to the trainer's
 * thread, parallel inside. Matrices are {@code [nodes * side]}, row-major.
 */
interface GraphModel {
  /**
   * @return the nodes' outputs; valid and not to be changed until the next pass
   */
  float[] forward(float[] embeddings);

  /**
   * The way back of the last {@link #forward}.
   *
   * @param outputs gradient of its outputs
   * @return gradient of its embeddings; valid until the next pass
   */
  float[] backward(float[] outputs);

  /** Parameters beside the embeddings; changed in place by the trainer. */
  float[] parameters();

  /** Their gradient in the last {@link #backward}. */
  float[] gradient();

  /** A copy of the parameters beside the embeddings, by name. */
  Map<String, Tensor> tensors();

  /**
   * Takes over what {@link #tensors} gave.
   *
   * @throws io.aisle.domain.InputException when it does not fit
   */
  void restore(Weights weights);

  /** Scores with embeddings, which are not copied: valid until they are changed. */
  Scorer scorer(float[] embeddings);
}
