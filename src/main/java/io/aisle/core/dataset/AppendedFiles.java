package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.Treatment;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.PropertyFiles;
import io.aisle.store.StoredImport;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How files are read that are appended to a version. */
final class AppendedFiles {
  private AppendedFiles() {}

  /**
   * The plan of an import of the new files alone. Without a mapping each is told by its columns:
   * events are read as those of the version were, with its files of items and users where they are
   * still there; what describes or grades its users and items is read by itself.
   *
   * @param parent how the files of the version were read
   * @throws InputException when there is nothing to append
   */
  static ImportPlan plan(StoredImport parent, AppendPlan append) {
    ImportPlan plan = alone(parent, append);
    return append.mapping().isEmpty() && plan.hasEvents()
        ? withStored(plan, stored(parent), plan.items().isEmpty())
        : plan;
  }

  /**
   * The columns of the new files.
   *
   * @param parent how the files of the version were read
   * @throws InputException when a file cannot be read, or there is nothing to append
   */
  static AppendedColumns columns(StoredImport parent, AppendPlan append) {
    ImportPlan plan = alone(parent, append);
    Map<String, Treatment> privacy = new HashMap<>(plan.mapping().privacy());
    privacy.keySet().retainAll(PersonalFiles.columns(plan));
    return new AppendedColumns(PersonalFiles.joining(plan), privacy);
  }

  /** The plan of the files that are named, and of none that the version has. */
  private static ImportPlan alone(StoredImport parent, AppendPlan append) {
    ImportPlan plan =
        append
            .mapping()
            .map(mapping -> append.sheet().map(mapping::withSheet).orElse(mapping))
            .map(mapping -> mapped(parent, append, mapping))
            .orElseGet(() -> asBefore(parent, append));
    if (!plan.hasAnything()) {
      throw new InputException(
          "No file to append to \"%s\": name at least one.".formatted(parent.dataset()));
    }
    return plan;
  }

  private static ImportPlan mapped(StoredImport parent, AppendPlan append, MappingFile mapping) {
    ImportPlan plan =
        new ImportPlan(
            parent.dataset(),
            InputFiles.of(append.files(), mapping.mapping()),
            mapping.mapping(),
            mapping.items(),
            mapping.users(),
            mapping.judgements(),
            mapping.further(),
            mapping.licence().isEmpty() ? parent.licence() : mapping.licence(),
            Optional.empty());
    ImportPlan complete = Companions.complete(plan);
    PersonalFiles.check(complete);
    ColumnMapping before = stored(parent).mapping();
    Map<String, Treatment> said = new HashMap<>(mapping.mapping().privacy());
    said.putAll(append.privacy());
    if (!complete.hasEvents()) { // ids are those of the version's columns
      return complete.withMapping(before.withPrivacy(CarriedPrivacy.of(before, Map.of(), said)));
    }
    ColumnMapping now =
        MappingGuesser.guess(complete.files().getFirst(), complete.mapping()).mapping();
    return complete.withMapping(
        complete.mapping().withPrivacy(CarriedPrivacy.of(before, now.columns(), said)));
  }

  private static ImportPlan asBefore(StoredImport parent, AppendPlan append) {
    MappingFile stored = stored(parent);
    ImportPlan found =
        append
            .description()
            .map(said -> said.plan(parent.dataset()))
            .orElseGet(
                () ->
                    FurtherShapes.sortOnTop(
                        ImportPlan.of(
                            parent.dataset(),
                            append.files(),
                            append
                                .sheet()
                                .map(MappingFile.GUESS::withSheet)
                                .orElse(MappingFile.GUESS)),
                        stored.mapping().columns().values()));
    Map<String, Treatment> privacy =
        CarriedPrivacy.of(stored.mapping(), Map.of(), append.privacy());
    List<Path> files = InputFiles.of(found.files(), stored.mapping());
    if (files.isEmpty()) {
      Sheets.ofNoEvents(found, append.sheet());
    }
    return new ImportPlan(
        parent.dataset(),
        files,
        sheet(append, files, stored.mapping()).withPrivacy(privacy),
        found.items(),
        found.users(),
        found.judgements(),
        found.further(),
        parent.licence(),
        Optional.empty());
  }

  /** Another export has another sheet. */
  private static ColumnMapping sheet(AppendPlan append, List<Path> files, ColumnMapping before) {
    if (files.isEmpty()) {
      return before;
    }
    return append
        .sheet()
        .map(name -> Sheets.meant(files, before.withForm(before.form().withSheet(name))))
        .orElseGet(() -> Sheets.meantIfThere(files, before));
  }

  /**
   * What is kept of a plan: whoever appends to the new version finds the files of items and users
   * that this one was described by. Properties that are older than its items are not, which would
   * have the last word.
   */
  static ImportPlan kept(ImportPlan plan, StoredImport parent) {
    return withStored(plan, stored(parent), plan.items().isEmpty());
  }

  /**
   * @param properties whether the properties of items are read again too, which have the last word
   */
  private static ImportPlan withStored(ImportPlan plan, MappingFile stored, boolean properties) {
    return plan.with(
        plan.items().or(() -> there(stored.items())),
        plan.users().or(() -> there(stored.users())),
        plan.further()
            .or(
                FurtherFiles.NONE
                    .withReviews(
                        stored.further().reviews().filter(reviews -> reviews.file().isEmpty()))
                    .withProperties(
                        stored.further().properties().filter(said -> properties && there(said)))));
  }

  private static boolean there(PropertyFiles said) {
    return said.files().stream().allMatch(DataFile::exists)
        && said.tree().stream().allMatch(tree -> DataFile.exists(tree.file()));
  }

  private static MappingFile stored(StoredImport parent) {
    return MappingReader.parse(parent.plan(), Path.of("stored mapping"));
  }

  private static Optional<EntityFile> there(Optional<EntityFile> file) {
    return file.filter(each -> DataFile.exists(each.file()));
  }
}
