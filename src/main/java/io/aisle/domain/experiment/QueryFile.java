package io.aisle.domain.experiment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with one row for each search query.
 *
 * @param id header of the column with the query's own id
 * @param query header of the column with its text
 * @param category header of the column with the class of what is looked for
 */
public record QueryFile(Path file, Optional<String> id, String query, Optional<String> category) {}
