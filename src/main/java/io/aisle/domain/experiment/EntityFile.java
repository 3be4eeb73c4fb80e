package io.aisle.domain.experiment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with one row for each item or user; columns without a role are attributes.
 *
 * @param id header of the column with the external id
 * @param title header of the title column
 * @param category header of the category column
 */
public record EntityFile(Path file, String id, Optional<String> title, Optional<String> category) {}
