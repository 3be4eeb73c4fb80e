package io.aisle.domain.tuning;

import io.aisle.domain.model.Range;

/**
 * How long and how a search goes on. The budget is that of each model, so that no model of a search
 * is tuned harder than another.
 *
 * @param trials of each model at most
 * @param seed all draws derive from it
 * @param budgetSeconds training and validation time of each model's trials together; once it is
 *     used up no trial of that model is started; 0: no limit
 * @param eta of successive halving: one of so many goes on to the next rung, which is so many times
 *     longer
 */
public record SearchSpec(
    SearchMethod method,
    @Range(min = 1, max = 10_000) int trials,
    long seed,
    @Range(min = 0, max = 1e7) double budgetSeconds,
    @Range(min = 2, max = 10) int eta) {
  public static final SearchSpec DEFAULTS = new SearchSpec(SearchMethod.RANDOM, 20, 1, 0, 3);
}
