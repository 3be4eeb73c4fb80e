package io.aisle.ml.model;

import java.util.Map;

/**
 * Named tensors and short notes: the content of a safetensors file.
 *
 * @param tensors by name, in a stable order
 * @param notes the file's metadata, such as the epoch
 */
public record Weights(Map<String, Tensor> tensors, Map<String, String> notes) {}
