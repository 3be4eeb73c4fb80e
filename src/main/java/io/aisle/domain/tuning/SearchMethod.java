package io.aisle.domain.tuning;

/** How a search picks its trials. */
public enum SearchMethod {
  /** Drawn from the ranges; the experiment's own parameters are the first. */
  RANDOM,
  /** Every combination. */
  GRID,
  /** Drawn as in {@link #RANDOM}, started short; only the best third of each rung goes on. */
  ASHA
}
