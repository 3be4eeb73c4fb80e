package io.aisle.core.users;

/**
 * One place of a list.
 *
 * @param rank from 1
 * @param title "" when unknown
 * @param score in the model's own unit
 * @param hit whether it is among the user's test items
 */
public record Recommended(int rank, String item, String title, double score, boolean hit) {}
