package io.aisle.domain.experiment;

import java.nio.file.Path;

/**
 * A file with one row for each item that is an entity of triples.
 *
 * @param item header of the column with the external id of the item
 * @param entity header of the column with the id that the triples have for it
 */
public record LinkFile(Path file, String item, String entity) {}
