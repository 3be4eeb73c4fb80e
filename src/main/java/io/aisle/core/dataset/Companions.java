package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.experiment.CategoryFile;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.LinkFile;
import io.aisle.domain.experiment.PropertyFiles;
import io.aisle.domain.experiment.TripleFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of items, users, triples and properties that known formats have beside their events,
 * under names of their own; {@code @} in such a name stands for that of the interaction file, and a
 * comma separates names of which the first that is there is taken.
 */
final class Companions {
  private Companions() {}

  /**
   * The plan with its folders and archives replaced by the files that are meant, and with what lies
   * beside them, unless its mapping says what the columns are: then it says everything.
   */
  static ImportPlan complete(ImportPlan given) {
    ImportPlan sorted = FurtherShapes.sort(given);
    List<Path> files = InputFiles.of(sorted.files(), sorted.mapping());
    if (files.isEmpty()) {
      Sheets.ofNoEvents(sorted, sorted.mapping().form().sheet());
      return sorted.with(files, sorted.items());
    }
    ImportPlan plan =
        sorted.with(files, sorted.items()).withMapping(Sheets.meant(files, sorted.mapping()));
    if (!plan.mapping().columns().isEmpty()) {
      return plan;
    }
    Path first = files.getFirst();
    FileSample sample = FileSample.of(first, plan.mapping());
    ColumnMapping guess = MappingGuesser.first(sample, plan.mapping()).mapping();
    return plan.with(
            files, plan.items().or(() -> items(first, sample.header()).map(FileBeside::file)))
        .with(beside(first, sample.header(), guess));
  }

  /**
   * The files of users, triples and properties that lie beside the events of a known format, and
   * the reviews in them.
   *
   * @param guess what the columns mean
   */
  static Beside beside(Path events, List<String> header, ColumnMapping guess) {
    Optional<MappingFile> known = KnownFormats.of(header).map(KnownFormat::mapping);
    FurtherFiles further = FurtherFiles.NONE.withReviews(ColumnShapes.reviews(header, guess));
    return new Beside(
        known
            .flatMap(MappingFile::users)
            .flatMap(users -> beside(events, users))
            .map(FileBeside::file)
            .map(Companions::bare),
        Optional.empty(),
        known
            .flatMap(mapping -> mapping.further().triples())
            .flatMap(triples -> triples(events, triples))
            .map(further::withTriples)
            .orElse(further)
            .withProperties(
                known
                    .flatMap(mapping -> mapping.further().properties())
                    .flatMap(rows -> properties(events, rows))));
  }

  private static Optional<PropertyFiles> properties(Path events, PropertyFiles described) {
    List<String> columns = List.of(described.item(), described.property(), described.value());
    List<Path> files =
        described.files().stream().flatMap(file -> there(events, file, columns).stream()).toList();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            described.with(files, described.tree().flatMap(tree -> categories(events, tree))));
  }

  private static Optional<CategoryFile> categories(Path events, CategoryFile described) {
    return there(events, described.file(), List.of(described.id(), described.parent()))
        .map(file -> new CategoryFile(file, described.id(), described.parent(), described.name()));
  }

  private static Optional<TripleFile> triples(Path events, TripleFile described) {
    return there(events, described.file(), List.of(described.head(), described.tail()))
        .map(
            file ->
                new TripleFile(
                    file,
                    described.head(),
                    described.relation(),
                    described.tail(),
                    described.link().flatMap(link -> link(events, link))));
  }

  private static Optional<LinkFile> link(Path events, LinkFile described) {
    return there(events, described.file(), List.of(described.item(), described.entity()))
        .map(file -> new LinkFile(file, described.item(), described.entity()));
  }

  /** A file beside the events, if it has some columns. */
  private static Optional<Path> there(Path events, Path named, List<String> columns) {
    return find(events, named).filter(file -> header(file).containsAll(columns));
  }

  /** Of users every column is an attribute. */
  private static EntityFile bare(EntityFile users) {
    return new EntityFile(
        users.file(), users.id(), Optional.empty(), Optional.empty(), users.attributes());
  }

  /** The file of items that lies beside the events of a known format. */
  static Optional<FileBeside> items(Path events, List<String> header) {
    return KnownFormats.of(header)
        .map(KnownFormat::mapping)
        .flatMap(MappingFile::items)
        .flatMap(items -> beside(events, items));
  }

  private static Optional<FileBeside> beside(Path events, EntityFile described) {
    return find(events, described.file()).flatMap(file -> columns(file, described));
  }

  private static Optional<Path> find(Path events, Path named) {
    String stem = events.getFileName().toString().replaceFirst("\\..*", "");
    String names = named.getFileName().toString().replace("@", stem);
    for (String name : names.split(",", -1)) {
      for (String ending : List.of("", ".gz", ".zst")) {
        Path file = events.resolveSibling(name.strip() + ending);
        if (DataFile.exists(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> header(Path file) {
    try (RowSource rows = Tables.open(file, FileForm.GUESS)) {
      return rows.header();
    }
  }

  /** Titles and categories of which the format says nothing are found by their usual names. */
  private static Optional<FileBeside> columns(Path file, EntityFile described) {
    List<String> header = header(file);
    return header.contains(described.id())
        ? Optional.of(
            new FileBeside(
                new EntityFile(
                    file,
                    described.id(),
                    described
                        .title()
                        .filter(header::contains)
                        .or(() -> RoleNames.find(ColumnRole.TITLE, header)),
                    described
                        .category()
                        .filter(header::contains)
                        .or(() -> RoleNames.find(ColumnRole.CATEGORY, header)),
                    Optional.empty()),
                header))
        : Optional.empty();
  }
}
