package io.aisle.core.dataset;

import io.aisle.domain.experiment.EntityFile;
import java.util.List;

/**
 * A file of items or users that lies beside the events of a known format.
 *
 * @param header all its columns
 */
public record FileBeside(EntityFile file, List<String> header) {}
