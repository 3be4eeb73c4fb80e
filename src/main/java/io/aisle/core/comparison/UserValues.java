package io.aisle.core.comparison;

import java.util.List;

/**
 * What comparable runs reached for each user.
 *
 * @param users external ids of those who have a value in every run
 * @param values {@code [run][user]}, none NaN
 */
public record UserValues(List<String> users, double[][] values) {}
