package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.experiment.CategoryFile;
import io.aisle.domain.experiment.PropertyFiles;
import io.aisle.domain.experiment.QueryFile;
import io.aisle.domain.experiment.ReviewFile;
import io.aisle.domain.experiment.TripleFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the columns of a file say of its rows, by their names. */
final class ColumnShapes {
  private static final Set<ColumnRole> OF_EVENTS =
      Set.of(
          ColumnRole.VALUE,
          ColumnRole.KIND,
          ColumnRole.PRICE,
          ColumnRole.QUANTITY,
          ColumnRole.SESSION);

  private ColumnShapes() {}

  /** Whether the rows of a file are texts of users on items, and nothing that would be an event. */
  static boolean textsAlone(List<String> header, ColumnMapping guess) {
    return guess.columns().keySet().containsAll(List.of(ColumnRole.USER, ColumnRole.ITEM))
        && guess.columns().keySet().stream().noneMatch(OF_EVENTS::contains)
        && texts(Optional.empty(), header, guess).isPresent();
  }

  /** Whether a file without users, or without items, looks as if these had names of their own. */
  static boolean isLog(List<String> header) {
    boolean titled = names(ColumnRole.TITLE, header) || names(ColumnRole.CATEGORY, header);
    boolean timed =
        names(ColumnRole.TIME, header)
            || names(ColumnRole.KIND, header)
            || names(ColumnRole.QUANTITY, header);
    boolean one = names(ColumnRole.USER, header) != names(ColumnRole.ITEM, header);
    boolean queried = names(ColumnRole.QUERY, header);
    return one && !queried && (names(ColumnRole.SESSION, header) || timed && !titled);
  }

  /** A file of which each row has one property of an item, so that an item has many rows. */
  static Optional<PropertyFiles> properties(Path file, List<String> header) {
    Optional<String> item = RoleNames.find(ColumnRole.ITEM, header);
    Optional<String> property = RoleNames.find("property", header);
    Optional<String> value = RoleNames.find("propertyValue", header);
    return item.isEmpty() || property.isEmpty() || value.isEmpty() || names(ColumnRole.USER, header)
        ? Optional.empty()
        : Optional.of(
            PropertyFiles.of(
                file,
                item.get(),
                property.get(),
                value.get(),
                RoleNames.find(ColumnRole.TIME, header)));
  }

  /** A file of which each row has a category and the one that it is a part of. */
  static Optional<CategoryFile> categories(Path file, List<String> header) {
    Optional<String> id = RoleNames.find(ColumnRole.CATEGORY, header);
    Optional<String> parent = RoleNames.find("parentCategory", header);
    return id.isEmpty()
            || parent.isEmpty()
            || names(ColumnRole.ITEM, header)
            || names(ColumnRole.USER, header)
        ? Optional.empty()
        : Optional.of(
            new CategoryFile(
                file, id.get(), parent.get(), RoleNames.find(ColumnRole.TITLE, header)));
  }

  /** The column of the item; {@code id} where a title beside it says that rows are items. */
  static Optional<String> item(List<String> header) {
    return RoleNames.find(ColumnRole.ITEM, header)
        .or(
            () ->
                RoleNames.find(ColumnRole.TITLE, header)
                    .flatMap(title -> RoleNames.find("id", header)));
  }

  static boolean names(ColumnRole role, List<String> header) {
    return RoleNames.find(role, header).isPresent();
  }

  static Optional<TripleFile> triples(Path file, List<String> header) {
    Optional<String> head = RoleNames.find("head", header);
    Optional<String> relation = RoleNames.find("relation", header);
    Optional<String> tail = RoleNames.find("tail", header);
    return head.isPresent() && relation.isPresent() && tail.isPresent()
        ? Optional.of(new TripleFile(file, head.get(), relation.get(), tail.get()))
        : Optional.empty();
  }

  static QueryFile queries(Path file, List<String> header, String query) {
    return new QueryFile(
        file, RoleNames.find("queryId", header), query, RoleNames.find("queryClass", header));
  }

  /**
   * The reviews that stand in the rows of events.
   *
   * @param mapping complete
   */
  static Optional<ReviewFile> reviews(List<String> header, ColumnMapping mapping) {
    return mapping.columns().containsKey(ColumnRole.VALUE)
        ? texts(Optional.empty(), header, mapping)
        : Optional.empty();
  }

  static Optional<ReviewFile> texts(
      Optional<Path> file, List<String> header, ColumnMapping mapping) {
    Map<ColumnRole, String> columns = mapping.columns();
    return free("reviewText", header, columns)
        .map(
            text ->
                new ReviewFile(
                    file,
                    columns.get(ColumnRole.USER),
                    columns.get(ColumnRole.ITEM),
                    Optional.ofNullable(columns.get(ColumnRole.VALUE)),
                    Optional.ofNullable(columns.get(ColumnRole.TIME)),
                    free("headline", header, columns),
                    text));
  }

  private static Optional<String> free(
      String what, List<String> header, Map<ColumnRole, String> taken) {
    return RoleNames.find(what, header).filter(each -> !taken.containsValue(each));
  }
}
