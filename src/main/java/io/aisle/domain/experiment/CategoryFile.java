package io.aisle.domain.experiment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with a row for each category that says which one it is a part of.
 *
 * @param id header of the column with the id of the category
 * @param parent header of the column with the id of the one above it; nothing is above a row
 *     without
 * @param name header of the column with what it is called; empty: its id
 */
public record CategoryFile(Path file, String id, String parent, Optional<String> name) {}
