package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.JudgementFile;
import io.aisle.domain.experiment.LinkFile;
import io.aisle.domain.experiment.QueryFile;
import io.aisle.domain.experiment.ReviewFile;
import io.aisle.domain.experiment.TripleFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  private static final List<String> ENTITIES = List.of("entity", "entityid");
  private static final List<String> ATTRIBUTES = List.of("attributes", "attributesjson");
  private static final List<String> PICTURES = List.of("image", "imagepath", "picture", "photo");

  private final List<Path> events = new ArrayList<>();
  private Optional<EntityFile> items;
  private Optional<EntityFile> users;
  private Optional<JudgementFile> grades;
  private FurtherFiles further;
  private Optional<LinkFile> link = Optional.empty();
  private final boolean onTop;
  private final Collection<String> before;

  /**
   * @param onTop whether there is a version whose users and items the files can speak of
   * @param before the columns of the interactions of that version
   */
  private FurtherShapes(ImportPlan plan, boolean onTop, Collection<String> before) {
    this.onTop = onTop;
    this.before = before;
    items = plan.items();
    users = plan.users();
    grades = plan.judgements();
    further = plan.further();
  }

  /** The plan with each file in its place; unchanged where its mapping says what columns are. */
  static ImportPlan sort(ImportPlan plan) {
    return plan.mapping().columns().isEmpty()
        ? new FurtherShapes(plan, false, List.of()).sorted(plan)
        : plan;
  }

  /**
   * The plan of files that come on top of a version, with each file in its place.
   *
   * @param before the columns of the version's interactions: files that have them all hold more
   */
  static ImportPlan sortOnTop(ImportPlan plan, Collection<String> before) {
    return new FurtherShapes(plan, true, before).sorted(plan);
  }

  private ImportPlan sorted(ImportPlan plan) {
    for (Path file : plan.files()) {
      boolean holder = Files.isDirectory(file) || DataFile.isArchive(file);
      if (holder ? !tookWithin(file, plan) : !took(file, plan)) {
        events.add(file);
      }
    }
    unlinked().ifPresent(events::add);
    return new ImportPlan(
        plan.dataset(),
        events,
        plan.mapping(),
        items,
        users,
        grades,
        linked(),
        plan.licence(),
        plan.key());
  }

  private FurtherFiles linked() {
    return further
        .triples()
        .map(triples -> further.withTriples(triples.withLink(triples.link().or(() -> link))))
        .orElse(further);
  }

  /** A link that leads to no triples says nothing. */
  private Optional<Path> unlinked() {
    return link.map(LinkFile::file).filter(file -> further.triples().isEmpty());
  }

  /**
   * Takes what are users, queries or triples out of files that lie beside events.
   *
   * @param files those that are nothing of it stay
   */
  static Beside take(List<Path> files) {
    FurtherShapes shapes =
        new FurtherShapes(ImportPlan.of("", List.of(), MappingFile.GUESS), false, List.of());
    files.removeIf(
        file -> {
          List<String> header = header(file, ColumnMapping.GUESS);
          return shapes.tookFurther(file, header)
              || shapes.tookLink(file, header)
              || shapes.tookUsers(file, header);
        });
    shapes.unlinked().ifPresent(files::add);
    return new Beside(shapes.users, shapes.linked());
  }

  /**
   * Whether a folder or an archive has other tables, but no events; what is nothing is left out.
   */
  private boolean tookWithin(Path holder, ImportPlan plan) {
    List<Path> tables = DataFile.tablesIn(holder);
    if (tables.size() == 1) {
      return took(tables.getFirst(), plan);
    }
    if (tables.isEmpty()
        || tables.stream().anyMatch(table -> InputFiles.holdsEvents(table, plan.mapping()))) {
      return false;
    }
    boolean took = false;
    for (Path table : tables) {
      List<String> header = header(table, plan.mapping());
      took |=
          tookFurther(table, header)
              || tookLink(table, header)
              || onTop && tookUsers(table, header)
              || tookCatalogue(table, header);
    }
    return took;
  }

  private boolean took(Path file, ImportPlan plan) {
    List<String> header = header(file, plan.mapping());
    if (!before.isEmpty() && header.containsAll(before)) {
      return false;
    }
    if (tookFurther(file, header) || tookLink(file, header)) {
      return true;
    }
    if (InputFiles.holdsEvents(file, plan.mapping())) {
      return onTop && tookReviews(file, plan.mapping());
    }
    boolean described =
        onTop
            || plan.files().size() > 1
            || names(ColumnRole.TITLE, header)
            || names(ColumnRole.CATEGORY, header)
            || names(ColumnRole.QUERY, header);
    return tookUsers(file, header) || described && tookCatalogue(file, header);
  }

  /** Texts of users on items, beside events of other kinds. */
  private boolean tookReviews(Path file, ColumnMapping given) {
    FileSample sample = FileSample.of(file, given);
    Optional<ReviewFile> found =
        texts(Optional.of(file), sample.header(), MappingGuesser.first(sample, given).mapping());
    if (found.isEmpty() || further.reviews().isPresent()) {
      return false;
    }
    further = further.withReviews(found);
    return true;
  }

  /** Which entities are which items. */
  private boolean tookLink(Path file, List<String> header) {
    Optional<String> item = item(header);
    Optional<String> entity = named(ENTITIES, header);
    if (item.isEmpty() || entity.isEmpty() || names(ColumnRole.USER, header) || link.isPresent()) {
      return false;
    }
    link = Optional.of(new LinkFile(file, item.get(), entity.get()));
    return true;
  }

  private boolean tookFurther(Path file, List<String> header) {
    Optional<String> query = RoleNames.find(ColumnRole.QUERY, header);
    Optional<TripleFile> triples = triples(file, header);
    if (names(ColumnRole.USER, header) || names(ColumnRole.ITEM, header)) {
      return false;
    }
    if (triples.isPresent() && further.triples().isEmpty()) {
      further = further.withTriples(triples.get());
      return true;
    }
    if (query.isPresent() && further.queries().isEmpty()) {
      further = further.withQueries(queries(file, header, query.get()));
      return true;
    }
    return false;
  }

  private boolean tookUsers(Path file, List<String> header) {
    Optional<String> user = RoleNames.find(ColumnRole.USER, header);
    if (user.isEmpty() || names(ColumnRole.ITEM, header) || users.isPresent()) {
      return false;
    }
    users = Optional.of(new EntityFile(file, user.get(), Optional.empty(), Optional.empty()));
    return true;
  }

  private boolean tookCatalogue(Path file, List<String> header) {
    Optional<String> item = item(header);
    if (item.isEmpty() || names(ColumnRole.USER, header)) {
      return false;
    }
    Optional<String> query = RoleNames.find(ColumnRole.QUERY, header);
    Optional<String> grade = named(GRADES, header);
    if (query.isPresent() && grade.isPresent() && grades.isEmpty()) {
      grades = Optional.of(new JudgementFile(file, query.get(), item.get(), grade.get()));
      return true;
    }
    if (query.isEmpty() && items.isEmpty()) {
      items =
          Optional.of(
              new EntityFile(
                  file,
                  item.get(),
                  RoleNames.find(ColumnRole.TITLE, header),
                  RoleNames.find(ColumnRole.CATEGORY, header),
                  named(ATTRIBUTES, header)));
      further = further.withImage(further.image().or(() -> named(PICTURES, header)));
      return true;
    }
    return false;
  }

  /** The column of the item; {@code id} where a title beside it says that rows are items. */
  private static Optional<String> item(List<String> header) {
    return RoleNames.find(ColumnRole.ITEM, header)
        .or(
            () ->
                RoleNames.find(ColumnRole.TITLE, header)
                    .flatMap(title -> named(List.of("id"), header)));
  }

  private static boolean names(ColumnRole role, List<String> header) {
    return RoleNames.find(role, header).isPresent();
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
    Optional<String> head = named(List.of("head", "headid", "subject"), header);
    Optional<String> relation = named(List.of("relation", "relationid", "predicate"), header);
    Optional<String> tail = named(List.of("tail", "tailid", "object"), header);
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

  private static Optional<ReviewFile> texts(
      Optional<Path> file, List<String> header, ColumnMapping mapping) {
    Map<ColumnRole, String> columns = mapping.columns();
    return free(TEXTS, header, columns)
        .map(
            text ->
                new ReviewFile(
                    file,
                    columns.get(ColumnRole.USER),
                    columns.get(ColumnRole.ITEM),
                    Optional.ofNullable(columns.get(ColumnRole.VALUE)),
                    Optional.ofNullable(columns.get(ColumnRole.TIME)),
                    free(HEADLINES, header, columns),
                    text));
  }

  private static Optional<String> free(
      List<String> names, List<String> header, Map<ColumnRole, String> taken) {
    return named(names, header).filter(each -> !taken.containsValue(each));
  }

  private static Optional<String> named(List<String> names, List<String> header) {
    for (String name : names) {
      for (String column : header) {
        if (RoleNames.plain(column).equals(name)) {
          return Optional.of(column);
        }
      }
    }
    return Optional.empty();
  }
}
