/**
 * Tables of embeddings on the Java heap whose rows are read and updated one by one, and the batches
 * of users, items and attributes that point into them. A step costs what its batch costs, however
 * large the catalogue.
 */
package io.aisle.ml.embedding;
