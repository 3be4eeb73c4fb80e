package io.aisle.core.robustness;

/**
 * A changed history.
 *
 * @param item oldest first
 * @param like for each the place of the old history that lends its value and time
 * @param share of its events that are not the user's own, or of the old ones that are missing
 */
record Changed(int[] item, int[] like, double share) {}
