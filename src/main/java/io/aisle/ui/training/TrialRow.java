package io.aisle.ui.training;

import io.aisle.domain.tuning.Trial;

/**
 * A trial in the table of a search.
 *
 * @param trial what is known of it
 * @param model title of its model
 * @param settings what it sets, in words
 * @param best whether it is the best of its model
 */
public record TrialRow(Trial trial, String model, String settings, boolean best) {}
