package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * What a backward pass leaves beside the gradients in the graph.
 *
 * @param loss sum over what counted, a scalar array
 * @param head gradient of the first values of the parameters, in any shape, to be added to what the
 *     graph gave; null when the graph gave all
 */
record Backward(PtNDArray loss, PtNDArray head) {}
