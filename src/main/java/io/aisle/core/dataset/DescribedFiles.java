package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.PropertyFiles;
import io.aisle.domain.experiment.TripleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Files that were chosen together and hold no events, but say something of users, items or queries.
 *
 * @param description what they say
 * @param files one for each that says something
 * @param personal columns of them that look personal, those of ids left out: ids are treated as
 *     those that they join
 * @param left those that say nothing
 */
public record DescribedFiles(
    Description description,
    List<DescribedFile> files,
    List<PersonalColumn> personal,
    List<Path> left) {
  private static final int ROWS = 50;

  public DescribedFiles {
    files = List.copyOf(files);
    personal = List.copyOf(personal);
    left = List.copyOf(left);
  }

  /** Looks into the files of a description. */
  static DescribedFiles of(Description description, List<Path> left) {
    return new DescribedFiles(
        description, files(description), PersonalFiles.beside(description.plan("")), left);
  }

  private static List<DescribedFile> files(Description said) {
    List<DescribedFile> files = new ArrayList<>();
    said.items().ifPresent(items -> files.add(entities(DescribedFile.Kind.ITEMS, items)));
    said.users().ifPresent(users -> files.add(entities(DescribedFile.Kind.USERS, users)));
    said.judgements()
        .ifPresent(
            grades ->
                files.add(
                    file(
                        DescribedFile.Kind.GRADES,
                        grades.file(),
                        grades.item(),
                        grades.query(),
                        grades.grade())));
    FurtherFiles further = said.further();
    further.properties().ifPresent(rows -> files.addAll(properties(rows)));
    further
        .queries()
        .ifPresent(
            queries ->
                files.add(
                    file(
                        DescribedFile.Kind.QUERIES,
                        queries.file(),
                        queries.id().orElse(null),
                        queries.query(),
                        queries.category().orElse(null))));
    further
        .triples()
        .ifPresent(
            facts ->
                files.add(
                    file(
                        DescribedFile.Kind.TRIPLES,
                        facts.file(),
                        facts.head(),
                        facts.relation(),
                        facts.tail())));
    further
        .triples()
        .flatMap(TripleFile::link)
        .ifPresent(
            link ->
                files.add(file(DescribedFile.Kind.LINKS, link.file(), link.item(), link.entity())));
    further
        .reviews()
        .ifPresent(
            reviews ->
                files.add(
                    file(
                        DescribedFile.Kind.REVIEWS,
                        reviews.file().orElseThrow(),
                        reviews.user(),
                        reviews.item(),
                        reviews.text())));
    return files;
  }

  private static List<DescribedFile> properties(PropertyFiles rows) {
    List<DescribedFile> files = new ArrayList<>();
    rows.files()
        .forEach(
            file ->
                files.add(
                    file(
                        DescribedFile.Kind.PROPERTIES,
                        file,
                        rows.item(),
                        rows.property(),
                        rows.value(),
                        rows.time().orElse(null))));
    rows.tree()
        .ifPresent(
            tree ->
                files.add(
                    file(DescribedFile.Kind.CATEGORIES, tree.file(), tree.id(), tree.parent())));
    return files;
  }

  private static DescribedFile entities(DescribedFile.Kind kind, EntityFile file) {
    return file(
        kind,
        file.file(),
        file.id(),
        file.title().orElse(null),
        file.category().orElse(null),
        file.attributes().orElse(null));
  }

  /**
   * @param columns null where there is none
   */
  private static DescribedFile file(DescribedFile.Kind kind, Path path, String... columns) {
    FileSample sample = FileSample.of(path, ColumnMapping.GUESS);
    List<String> known = Stream.of(columns).filter(Objects::nonNull).toList();
    List<List<String>> rows = sample.rows();
    return new DescribedFile(
        kind, path, known, sample.header(), rows.subList(0, Math.min(ROWS, rows.size())));
  }
}
