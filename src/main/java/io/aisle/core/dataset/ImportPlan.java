package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.experiment.EntityFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be imported, and how.
 *
 * @param dataset name of the data set; an existing one gets a new version
 * @param files interaction files, read in this order
 * @param mapping roles and rules; guessed where silent
 * @param licence shown with the data set; empty when unknown
 */
public record ImportPlan(
    String dataset,
    List<Path> files,
    ColumnMapping mapping,
    Optional<EntityFile> items,
    Optional<EntityFile> users,
    String licence) {
  /** A plan for files with a mapping file's rules. */
  public static ImportPlan of(String dataset, List<Path> files, MappingFile mapping) {
    return new ImportPlan(
        dataset, files, mapping.mapping(), mapping.items(), mapping.users(), mapping.licence());
  }
}
