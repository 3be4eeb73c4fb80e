package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.JudgementFile;
import io.aisle.domain.experiment.QueryFile;
import io.aisle.domain.experiment.ReviewFile;
import io.aisle.domain.experiment.TripleFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells by their columns what the files of an import are, when nothing was said of them: those with
 * a user and an item in each row are events; the others are items, users, grades, queries or
 * triples.
 */
final class FurtherShapes {
  private static final List<String> GRADES = List.of("grade", "rating", "relevance", "judgement");
  private static final List<String> TEXTS =
      List.of("reviewtext", "reviewbody", "reviewcontent", "review", "comment", "text");
  private static final List<String> HEADLINES =
      List.of("summary", "headline", "reviewtitle", "reviewheadline", "title");
  private static final List<String> PICTURES = List.of("image", "imagepath", "picture", "photo");

  private final List<Path> events = new ArrayList<>();
  private Optional<EntityFile> items;
  private Optional<EntityFile> users;
  private Optional<JudgementFile> grades;
  private FurtherFiles further;

  private FurtherShapes(ImportPlan plan) {
    items = plan.items();
    users = plan.users();
    grades = plan.judgements();
    further = plan.further();
  }

  /** The plan with each file in its place; unchanged where its mapping says what columns are. */
  static ImportPlan sort(ImportPlan plan) {
    if (!plan.mapping().columns().isEmpty()) {
      return plan;
    }
    FurtherShapes shapes = new FurtherShapes(plan);
    for (Path file : plan.files()) {
      if (Files.isDirectory(file) || DataFile.isArchive(file) || !shapes.took(file, plan)) {
        shapes.events.add(file);
      }
    }
    return new ImportPlan(
        plan.dataset(),
        shapes.events,
        plan.mapping(),
        shapes.items,
        shapes.users,
        shapes.grades,
        shapes.further,
        plan.licence(),
        plan.key());
  }

  private boolean took(Path file, ImportPlan plan) {
    List<String> header = header(file, plan.mapping());
    Optional<String> user = RoleNames.find(ColumnRole.USER, header);
    Optional<String> item = RoleNames.find(ColumnRole.ITEM, header);
    Optional<String> query = RoleNames.find(ColumnRole.QUERY, header);
    if (user.isPresent() && item.isPresent()) {
      return false;
    }
    Optional<TripleFile> triples = triples(file, header);
    boolean several = plan.files().size() > 1;
    if (triples.isPresent() && further.triples().isEmpty()) {
      further = further.withTriples(triples.get());
    } else if (query.isPresent()
        && item.isPresent()
        && named(GRADES, header).isPresent()
        && several) {
      grades =
          Optional.of(
              new JudgementFile(file, query.get(), item.get(), named(GRADES, header).get()));
    } else if (query.isPresent() && item.isEmpty() && user.isEmpty()) {
      further = further.withQueries(queries(file, header, query.get()));
    } else if (user.isPresent() && item.isEmpty() && users.isEmpty() && several) {
      users = Optional.of(new EntityFile(file, user.get(), Optional.empty(), Optional.empty()));
    } else if (item.isPresent() && user.isEmpty() && items.isEmpty() && several) {
      items = Optional.of(items(file, header, item.get()));
    } else {
      return false;
    }
    return true;
  }

  /** Empty when the file cannot be read as a table: whoever imports it says why. */
  private static List<String> header(Path file, ColumnMapping given) {
    try {
      return FileSample.of(file, given).header();
    } catch (InputException e) {
      return List.of();
    }
  }

  private static Optional<TripleFile> triples(Path file, List<String> header) {
    Optional<String> head = named(List.of("head", "subject"), header);
    Optional<String> relation = named(List.of("relation", "predicate"), header);
    Optional<String> tail = named(List.of("tail", "object"), header);
    return head.isPresent() && relation.isPresent() && tail.isPresent()
        ? Optional.of(new TripleFile(file, head.get(), relation.get(), tail.get()))
        : Optional.empty();
  }

  private static QueryFile queries(Path file, List<String> header, String query) {
    return new QueryFile(
        file,
        named(List.of("queryid", "qid", "id"), header),
        query,
        named(List.of("queryclass", "class", "category"), header));
  }

  static EntityFile items(Path file, List<String> header, String id) {
    return new EntityFile(
        file,
        id,
        RoleNames.find(ColumnRole.TITLE, header),
        RoleNames.find(ColumnRole.CATEGORY, header));
  }

  /** The column of an item file with the path of a picture. */
  static Optional<String> image(List<String> header) {
    return named(PICTURES, header);
  }

  /**
   * The reviews that stand in the rows of events.
   *
   * @param mapping complete
   */
  static Optional<ReviewFile> reviews(List<String> header, ColumnMapping mapping) {
    Optional<String> text =
        named(TEXTS, header).filter(each -> !mapping.columns().containsValue(each));
    if (text.isEmpty() || !mapping.columns().containsKey(ColumnRole.VALUE)) {
      return Optional.empty();
    }
    Optional<String> title =
        named(HEADLINES, header).filter(each -> !mapping.columns().containsValue(each));
    return Optional.of(
        new ReviewFile(
            Optional.empty(),
            mapping.columns().get(ColumnRole.USER),
            mapping.columns().get(ColumnRole.ITEM),
            Optional.of(mapping.columns().get(ColumnRole.VALUE)),
            Optional.ofNullable(mapping.columns().get(ColumnRole.TIME)),
            title,
            text.get()));
  }

  private static Optional<String> named(List<String> names, List<String> header) {
    for (String name : names) {
      for (String column : header) {
        if (column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").equals(name)) {
          return Optional.of(column);
        }
      }
    }
    return Optional.empty();
  }
}
