/**
 * Neural models on DJL and PyTorch; the only room that knows {@code ai.djl}. Everything here is
 * confined to one thread at a time, and one training runs per JVM.
 */
package io.aisle.ml.neural;
