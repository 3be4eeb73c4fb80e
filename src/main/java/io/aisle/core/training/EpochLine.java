package io.aisle.core.training;

/**
 * One line of {@code epochs.tsv}, and what a live curve shows.
 *
 * @param epoch number of the pass, from 1
 * @param loss mean training loss in the model's own unit; NaN for models without one
 * @param valid the monitored metric on the validation part; NaN when that part is empty
 * @param seconds wall time of the pass, validation not counted
 */
public record EpochLine(int epoch, double loss, double valid, double seconds) {}
