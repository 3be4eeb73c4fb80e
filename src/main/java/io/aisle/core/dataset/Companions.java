package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.ReviewFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of items and users that known formats have beside their events, under names of their
 * own; {@code @} in such a name stands for that of the interaction file, and a comma separates
 * names of which the first that is there is taken.
 */
final class Companions {
  private Companions() {}

  /**
   * The plan with its folders and archives replaced by the files that are meant, and with what lies
   * beside them, unless its mapping says what the columns are: then it says everything.
   */
  static ImportPlan complete(ImportPlan given) {
    ImportPlan plan = FurtherShapes.sort(given);
    List<Path> files = InputFiles.of(plan.files(), plan.mapping());
    Optional<MappingFile> format = Optional.empty();
    Optional<ReviewFile> reviews = Optional.empty();
    if (!files.isEmpty() && plan.mapping().columns().isEmpty()) {
      List<String> header = FileSample.of(files.getFirst(), ColumnMapping.GUESS).header();
      format = KnownFormats.of(header).map(KnownFormat::mapping);
      ColumnMapping guess =
          MappingGuesser.first(FileSample.of(files.getFirst(), plan.mapping()), plan.mapping())
              .mapping();
      reviews = FurtherShapes.reviews(header, guess);
    }
    Optional<ReviewFile> beside = reviews;
    Optional<MappingFile> known = format;
    return new ImportPlan(
        plan.dataset(),
        files,
        plan.mapping(),
        plan.items()
            .or(
                () ->
                    known
                        .flatMap(MappingFile::items)
                        .flatMap(f -> beside(files.getFirst(), f))
                        .map(FileBeside::file)),
        plan.users()
            .or(
                () ->
                    known
                        .flatMap(MappingFile::users)
                        .flatMap(f -> beside(files.getFirst(), f))
                        .map(FileBeside::file)
                        .map(Companions::bare)),
        plan.judgements(),
        plan.further().withReviews(plan.further().reviews().or(() -> beside)),
        plan.licence(),
        plan.key());
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
    String stem = events.getFileName().toString().replaceFirst("\\..*", "");
    String names = described.file().getFileName().toString().replace("@", stem);
    for (String name : names.split(",", -1)) {
      for (String ending : List.of("", ".gz", ".zst")) {
        Path file = events.resolveSibling(name.strip() + ending);
        if (DataFile.exists(file)) {
          return columns(file, described);
        }
      }
    }
    return Optional.empty();
  }

  /** Titles and categories of which the format says nothing are found by their usual names. */
  private static Optional<FileBeside> columns(Path file, EntityFile described) {
    List<String> header;
    try (RowSource rows = Tables.open(file, FileForm.GUESS)) {
      header = rows.header();
    }
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
