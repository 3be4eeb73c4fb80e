package io.aisle.core.training;

/**
 * One line of {@code topk.tsv}.
 *
 * @param rank from 1
 * @param score in the model's own unit
 */
public record TopRow(String user, int rank, String item, float score) {}
