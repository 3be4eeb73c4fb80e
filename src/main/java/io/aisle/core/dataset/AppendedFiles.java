package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.store.StoredImport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How files are read that are appended to a version. */
final class AppendedFiles {
  private AppendedFiles() {}

  /**
   * The plan of an import of the new files alone. Without a mapping it is that of the version, with
   * its files of items and users where they are still there.
   *
   * @param parent how the files of the version were read
   * @throws InputException when there are no files, or grades beside them
   */
  static ImportPlan plan(StoredImport parent, AppendPlan append) {
    if (append.files().isEmpty()) {
      throw new InputException(
          "No file to append to \"%s\": name at least one.".formatted(parent.dataset()));
    }
    MappingFile mapping = append.mapping().orElseGet(() -> asBefore(parent));
    if (mapping.judgements().isPresent()) {
      throw new InputException(
          "Grades cannot be appended to \"%s\": leave judgements out of the mapping, or import everything anew."
              .formatted(parent.dataset()));
    }
    List<Path> files = InputFiles.of(append.files(), mapping.mapping());
    ImportPlan plan =
        new ImportPlan(
            parent.dataset(),
            files,
            mapping.mapping(),
            mapping.items(),
            mapping.users(),
            mapping.licence().isEmpty() ? parent.licence() : mapping.licence());
    return append.mapping().isPresent() ? Companions.complete(plan) : plan;
  }

  private static MappingFile asBefore(StoredImport parent) {
    MappingFile stored = MappingReader.parse(parent.plan(), Path.of("stored mapping"));
    return new MappingFile(
        stored.mapping(),
        List.of(),
        there(stored.items()),
        there(stored.users()),
        Optional.empty(),
        parent.licence());
  }

  private static Optional<EntityFile> there(Optional<EntityFile> file) {
    return file.filter(each -> DataFile.exists(each.file()));
  }
}
