package io.aisle.domain.data;

/**
 * A grade as a table shows it.
 *
 * @param seq number within the version, from 1 without gaps
 * @param query text of the query
 * @param item external id
 * @param title null when unknown
 * @param grade from 0, not relevant
 */
public record JudgementRow(long seq, String query, String item, String title, int grade) {}
