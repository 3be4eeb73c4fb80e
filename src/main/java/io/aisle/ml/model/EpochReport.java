package io.aisle.ml.model;

/**
 * What one pass over the training data did.
 *
 * @param epoch number of the pass, from 1
 * @param loss mean training loss of the pass, in the model's own unit; NaN for models without one
 */
public record EpochReport(int epoch, double loss) {}
