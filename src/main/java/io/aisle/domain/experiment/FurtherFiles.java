package io.aisle.domain.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a data set has beside events, items, users and grades.
 *
 * @param derived attributes of items of which triples are made, {@code category} among them
 * @param image header of the column of the item file with the path of a picture
 * @param properties files with a row for each property of an item
 */
public record FurtherFiles(
    Optional<QueryFile> queries,
    Optional<TripleFile> triples,
    List<String> derived,
    Optional<ReviewFile> reviews,
    Optional<String> image,
    Optional<PropertyFiles> properties) {
  public static final FurtherFiles NONE =
      new FurtherFiles(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public FurtherFiles {
    derived = List.copyOf(derived);
  }

  /** The files that are named here. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    queries.ifPresent(each -> files.add(each.file()));
    triples.ifPresent(each -> files.add(each.file()));
    triples.flatMap(TripleFile::link).ifPresent(each -> files.add(each.file()));
    reviews.flatMap(ReviewFile::file).ifPresent(files::add);
    files.addAll(propertyFiles());
    properties.flatMap(PropertyFiles::tree).ifPresent(each -> files.add(each.file()));
    return files;
  }

  /** Those with a row for each property of an item. */
  public List<Path> propertyFiles() {
    return properties.map(PropertyFiles::files).orElse(List.of());
  }

  /** What is named here, and what another names where this is silent. */
  public FurtherFiles or(FurtherFiles other) {
    return new FurtherFiles(
        queries.or(other::queries),
        triples.or(other::triples),
        derived.isEmpty() ? other.derived : derived,
        reviews.or(other::reviews),
        image.or(other::image),
        properties.or(other::properties));
  }

  public FurtherFiles withQueries(QueryFile file) {
    return new FurtherFiles(Optional.of(file), triples, derived, reviews, image, properties);
  }

  public FurtherFiles withTriples(TripleFile file) {
    return new FurtherFiles(queries, Optional.of(file), derived, reviews, image, properties);
  }

  public FurtherFiles withReviews(Optional<ReviewFile> file) {
    return new FurtherFiles(queries, triples, derived, file, image, properties);
  }

  public FurtherFiles withImage(Optional<String> column) {
    return new FurtherFiles(queries, triples, derived, reviews, column, properties);
  }

  public FurtherFiles withProperties(Optional<PropertyFiles> files) {
    return new FurtherFiles(queries, triples, derived, reviews, image, files);
  }
}
