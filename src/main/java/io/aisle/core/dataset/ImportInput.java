package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.JudgementFile;
import io.aisle.store.StoredImport;
import io.aisle.store.sealed.Sealed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that is known of an import before the first row is stored.
 *
 * @param files interaction files, absolute
 * @param mapping complete
 * @param items item file
 * @param users what the user file says
 * @param judgements grades
 * @param further what lies beside these
 * @param guarding what is done with personal columns
 */
record ImportInput(
    List<Path> files,
    ColumnMapping mapping,
    Optional<EntityFile> items,
    Map<String, EntityReader.Entity> users,
    Optional<JudgementFile> judgements,
    FurtherFiles further,
    Guarding guarding) {

  /**
   * Opens every file, so that a missing third one is found before the first is stored.
   *
   * @param key by which values are replaced
   * @throws InputException when a file cannot be read, or the plan names too few
   */
  static ImportInput of(ImportPlan plan, byte[] key) {
    if (plan.files().isEmpty()
        && plan.items().isEmpty()
        && plan.further().equals(FurtherFiles.NONE)) {
      throw new InputException(
          "No file to import into \"%s\": name at least one, or items in a mapping file."
              .formatted(plan.dataset()));
    }
    List<Path> files = plan.files().stream().map(Path::toAbsolutePath).toList();
    ColumnMapping mapping =
        files.isEmpty()
            ? plan.mapping()
            : MappingGuesser.guess(files.getFirst(), plan.mapping()).mapping();
    Guarding guarding = Guarding.of(mapping, key);
    for (Path file : files) {
      try (RowSource rows = Tables.open(file, plan.mapping().form())) {
        new RowParser(file, rows.header(), mapping, guarding);
      }
    }
    PersonalFiles.check(plan.withMapping(mapping));
    if (files.size() > 1) {
      mapping = mapping.withForm(plan.mapping().form()); // each file may have another one
    }
    ImportInput input =
        new ImportInput(
            files,
            mapping,
            plan.items(),
            EntityReader.read(plan.users(), guarding.users()),
            plan.judgements(),
            plan.further(),
            guarding);
    input.check();
    return input;
  }

  /** The input of an import that was interrupted, its files being what they were. */
  static ImportInput of(StoredImport stored, byte[] key) {
    for (StoredImport.SourceFile file : stored.files()) {
      Path path = Sealed.path(file.path());
      if (!DataFile.exists(path) || DataFile.size(path) != file.bytes()) {
        throw new InputException(
            "%s is missing or has changed since its import was interrupted: put it back, or remove the interrupted version and import again."
                .formatted(path));
      }
    }
    MappingFile mapping = MappingReader.parse(stored.plan(), Path.of("stored mapping"));
    Guarding guarding = Guarding.of(mapping.mapping(), key);
    List<Path> beside = new ArrayList<>();
    mapping.items().ifPresent(items -> beside.add(items.file().toAbsolutePath()));
    mapping.judgements().ifPresent(grades -> beside.add(grades.file().toAbsolutePath()));
    List<Path> files =
        stored.files().stream()
            .map(file -> Sealed.path(file.path()))
            .filter(path -> !beside.contains(path))
            .toList();
    return new ImportInput(
        files,
        mapping.mapping(),
        mapping.items(),
        EntityReader.read(mapping.users(), guarding.users()),
        mapping.judgements(),
        mapping.further(),
        guarding);
  }

  private void check() {
    if (judgements.isPresent() && items.isEmpty()) {
      throw new InputException(
          "%s grades items, but the mapping names no items: add items: {file: ..., id: ...}."
              .formatted(judgements.get().file()));
    }
    items.ifPresent(file -> EntityRows.open(file, guarding.items()).close());
    further.files().forEach(file -> FurtherRows.open(file, guarding).close());
    judgements.ifPresent(file -> JudgementRows.open(file, guarding.items()).close());
  }

  boolean wholeCatalogue() {
    return ImportPlan.isWholeCatalogue(files, items, judgements);
  }

  List<Path> sources() {
    return ImportPlan.sources(files, items, judgements);
  }

  String names() {
    return sources().stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
