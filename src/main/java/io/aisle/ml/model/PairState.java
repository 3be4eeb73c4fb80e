package io.aisle.ml.model;

import io.aisle.ml.embedding.RowTable;

/**
 * The parameters of a model of users and items.
 *
 * @param table embeddings of all fields; shared
 * @param dense the other weights; shared
 */
public record PairState(RowTable table, float[] dense) {}
