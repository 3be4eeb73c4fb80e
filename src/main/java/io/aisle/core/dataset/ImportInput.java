package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.JudgementFile;
import io.aisle.domain.experiment.PropertyFiles;
import io.aisle.store.StoredImport;
import io.aisle.store.sealed.Sealed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that is known of an import before the first row is stored.
 *
 * @param files interaction files, absolute
 * @param mapping complete
 * @param items item file
 * @param users what the user file says
 * @param usersFile the user file
 * @param judgements grades
 * @param further what lies beside these
 * @param guarding what is done with personal columns
 * @param wholeCatalogue whether every item of the item file is taken, and not only those that are
 *     there
 */
record ImportInput(
    List<Path> files,
    ColumnMapping mapping,
    Optional<EntityFile> items,
    Map<String, EntityReader.Entity> users,
    Optional<Path> usersFile,
    Optional<JudgementFile> judgements,
    FurtherFiles further,
    Guarding guarding,
    boolean wholeCatalogue) {

  /**
   * Opens every file, so that a missing third one is found before the first is stored.
   *
   * @param key by which values are replaced
   * @throws InputException when a file cannot be read, or the plan names too few
   */
  static ImportInput of(ImportPlan plan, byte[] key, Ground ground) {
    enough(plan, ground);
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
    if (!ground.there()) { // what is laid on a version was checked when its plan was made
      PersonalFiles.check(plan.withMapping(mapping));
    }
    if (files.size() > 1) {
      mapping = mapping.withForm(plan.mapping().form()); // each file may have another one
    }
    ImportInput input =
        new ImportInput(
            files,
            mapping,
            plan.items(),
            EntityReader.read(plan.users(), guarding.users()),
            plan.users().map(EntityFile::file),
            plan.judgements(),
            plan.further(),
            guarding,
            plan.takesWholeCatalogue(ground));
    input.check(ground);
    return input;
  }

  private static void enough(ImportPlan plan, Ground ground) {
    if (plan.hasEvents() || plan.describesItems() || ground.there() && plan.hasAnything()) {
      return;
    }
    if (plan.judgements().isEmpty() && !plan.further().equals(FurtherFiles.NONE)) {
      return;
    }
    plan.users()
        .ifPresent(
            users -> {
              throw new InputException(
                  "%s has users and no items in its rows, so that it describes users of another data set: add it to that with --append, or name the column of the item in a mapping file."
                      .formatted(users.file()));
            });
    plan.judgements()
        .ifPresent(
            grades -> {
              throw new InputException(
                  "%s grades items that are not there: name a file of items beside it, or add it to the data set that has them with --append."
                      .formatted(grades.file()));
            });
    throw new InputException(
        "No file to import into \"%s\": name at least one, or items in a mapping file."
            .formatted(plan.dataset()));
  }

  /** The input of an import that was interrupted, its files being what they were. */
  static ImportInput of(StoredImport stored, byte[] key, Ground ground) {
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
    List<Path> beside = new ArrayList<>(mapping.further().files());
    mapping.items().ifPresent(items -> beside.add(items.file()));
    mapping.users().ifPresent(users -> beside.add(users.file()));
    mapping.judgements().ifPresent(grades -> beside.add(grades.file()));
    List<Path> others = beside.stream().map(Path::toAbsolutePath).toList();
    List<Path> sources = stored.files().stream().map(file -> Sealed.path(file.path())).toList();
    List<Path> files = sources.stream().filter(path -> !others.contains(path)).toList();
    // what was only looked up again in the files of the version below is not among the sources
    boolean read =
        mapping
            .items()
            .filter(items -> sources.contains(items.file().toAbsolutePath()))
            .isPresent();
    boolean readProperties =
        mapping.further().propertyFiles().stream()
            .map(Path::toAbsolutePath)
            .anyMatch(sources::contains);
    FurtherFiles further =
        readProperties ? mapping.further() : mapping.further().withProperties(Optional.empty());
    return new ImportInput(
        files,
        mapping.mapping(),
        mapping.items().filter(items -> read || !files.isEmpty()),
        EntityReader.read(mapping.users(), guarding.users()),
        mapping.users().map(EntityFile::file),
        mapping.judgements(),
        further,
        guarding,
        (read || readProperties) && ImportPlan.of("", files, mapping).takesWholeCatalogue(ground));
  }

  private void check(Ground ground) {
    boolean described = items.isPresent() || further.properties().isPresent();
    if (judgements.isPresent() && !described && !ground.there()) {
      throw new InputException(
          "%s grades items, but the mapping names no items: add items: {file: ..., id: ...}."
              .formatted(judgements.get().file()));
    }
    items.ifPresent(file -> EntityRows.open(file, guarding.items()).close());
    further.properties().ifPresent(this::check);
    further.properties().flatMap(PropertyFiles::tree).ifPresent(CategoryTree::read);
    further.files().forEach(file -> FurtherRows.open(file, guarding).close());
    judgements.ifPresent(file -> JudgementRows.open(file, further.queries(), guarding).close());
  }

  private void check(PropertyFiles said) {
    PropertyTimes times = PropertyTimes.of(said, mapping);
    said.files().forEach(file -> PropertyRows.open(said, file, times, guarding.items()).close());
  }

  /**
   * The files that a version is said to come from: those whose rows are taken or refused, in the
   * order in which they are read, and where there are no interactions among them, all others.
   */
  List<Path> sources() {
    Set<Path> sources =
        new LinkedHashSet<>(
            ImportPlan.sources(
                files, items.filter(file -> wholeCatalogue), further.propertyFiles(), judgements));
    if (files.isEmpty()) {
      items.filter(file -> !wholeCatalogue).ifPresent(file -> sources.add(file.file()));
      usersFile.ifPresent(sources::add);
      sources.addAll(further.files());
    }
    return sources.stream().map(Path::toAbsolutePath).distinct().toList();
  }

  String names() {
    return sources().stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
