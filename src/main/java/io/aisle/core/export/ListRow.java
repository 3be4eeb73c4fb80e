package io.aisle.core.export;

/**
 * One place of one list.
 *
 * @param user external id
 * @param rank from 1
 * @param item external id
 * @param title "" when unknown
 * @param score in the model's own unit
 */
public record ListRow(String user, int rank, String item, String title, float score) {}
