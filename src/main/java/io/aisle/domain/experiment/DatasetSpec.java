package io.aisle.domain.experiment;

import io.aisle.domain.data.ColumnMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where an experiment's data come from. */
public sealed interface DatasetSpec {
  /** A data set of the workspace, its newest complete version. */
  record Named(String name) implements DatasetSpec {}

  /**
   * Files, read without the workspace.
   *
   * @param interactions absent when the split is given
   * @param mapping roles of the interaction file's columns; guessed where silent
   */
  record Files(
      Optional<Path> interactions,
      ColumnMapping mapping,
      Optional<EntityFile> items,
      Optional<EntityFile> users)
      implements DatasetSpec {}
}
