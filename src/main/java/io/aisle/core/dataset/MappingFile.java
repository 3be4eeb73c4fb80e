package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.JudgementFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The content of a mapping file: how an interaction file is read, and what lies beside it.
 *
 * @param files interaction files; empty when they are named elsewhere
 * @param items titles and categories of items
 * @param judgements grades of items for queries; with it, or without interaction files, every item
 *     of the item file belongs to the catalogue
 * @param further what lies beside these
 * @param licence shown with the data set; empty when unknown
 */
public record MappingFile(
    ColumnMapping mapping,
    List<Path> files,
    Optional<EntityFile> items,
    Optional<EntityFile> users,
    Optional<JudgementFile> judgements,
    FurtherFiles further,
    String licence) {
  /** A mapping without further files. */
  public MappingFile(
      ColumnMapping mapping,
      List<Path> files,
      Optional<EntityFile> items,
      Optional<EntityFile> users,
      Optional<JudgementFile> judgements,
      String licence) {
    this(mapping, files, items, users, judgements, FurtherFiles.NONE, licence);
  }

  /** The same with the sheet of a workbook that has the events. */
  public MappingFile withSheet(String name) {
    return new MappingFile(
        mapping.withForm(mapping.form().withSheet(name)),
        files,
        items,
        users,
        judgements,
        further,
        licence);
  }

  /** The same without users, grades and what lies beside these. */
  public MappingFile alone() {
    return new MappingFile(mapping, files, items, Optional.empty(), Optional.empty(), licence);
  }

  /** Everything is guessed. */
  public static final MappingFile GUESS =
      new MappingFile(
          ColumnMapping.GUESS, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), "");
}
