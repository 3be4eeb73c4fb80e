package io.aisle.core.training;

/**
 * Where the epoch loop stands.
 *
 * @param epoch epochs done
 * @param bestEpoch epoch whose parameters are kept; 0 before the first
 * @param bestValue its monitored value; NaN when nothing is monitored
 * @param evaluateSeconds wall time of validation so far
 */
record LoopState(int epoch, int bestEpoch, double bestValue, double evaluateSeconds) {
  static final LoopState START = new LoopState(0, 0, Double.NaN, 0);
}
