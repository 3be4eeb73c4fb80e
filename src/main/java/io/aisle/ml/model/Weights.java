package io.aisle.ml.model;

import io.aisle.domain.InputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named tensors and short notes: the content of a safetensors file.
 *
 * @param tensors by name, in a stable order
 * @param notes the file's metadata, such as the epoch
 */
public record Weights(Map<String, Tensor> tensors, Map<String, String> notes) {
  /**
   * The values of a tensor that must be there in this shape; not copied.
   *
   * @param shape sizes of the axes; -1 where any size will do
   * @throws InputException when the weights belong to another model, size or data
   */
  public float[] values(String name, long... shape) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new InputException(
          "The weights have no tensor '%s': they belong to another model; take the run's own"
              .formatted(name));
    }
    boolean fits = tensor.shape().length == shape.length;
    for (int a = 0; fits && a < shape.length; a++) {
      fits = shape[a] < 0 || shape[a] == tensor.shape()[a];
    }
    if (!fits) {
      throw new InputException(
          "The tensor '%s' has the shape %s where %s is needed: the weights belong to other data or parameters; take the run's own"
              .formatted(name, Arrays.toString(tensor.shape()), Arrays.toString(shape)));
    }
    return tensor.data();
  }

  /**
   * A whole number among the notes.
   *
   * @throws InputException when it is missing or no number
   */
  public int number(String note) {
    try {
      return Integer.parseInt(notes.getOrDefault(note, ""));
    } catch (NumberFormatException e) {
      throw new InputException(
          "The weights lack the whole number '%s': they are no checkpoint of this model; take the run's own"
              .formatted(note),
          e);
    }
  }

  /** A deep copy. */
  public Weights copy() {
    Map<String, Tensor> copies = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) ->
            copies.put(name, new Tensor(tensor.shape().clone(), tensor.data().clone())));
    return new Weights(copies, new LinkedHashMap<>(notes));
  }
}
