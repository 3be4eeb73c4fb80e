package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.experiment.CategoryFile;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.JudgementFile;
import io.aisle.domain.experiment.LinkFile;
import io.aisle.domain.experiment.PropertyFiles;
import io.aisle.domain.experiment.TripleFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tells by their columns what the files of an import are, when nothing was said of them: those with
 * a user and an item in each row are events; the others are items, users, grades, queries or
 * triples.
 */
final class FurtherShapes {
  private final List<Path> events = new ArrayList<>();
  private Optional<EntityFile> items;
  private Optional<EntityFile> users;
  private Optional<JudgementFile> grades;
  private FurtherFiles further;
  private Optional<LinkFile> link = Optional.empty();
  private Optional<CategoryFile> tree = Optional.empty();
  private boolean keyed;
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
    events.addAll(loose());
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
    FurtherFiles whole =
        further.withProperties(
            further.properties().map(rows -> rows.with(rows.files(), rows.tree().or(() -> tree))));
    return whole
        .triples()
        .map(triples -> whole.withTriples(triples.withLink(triples.link().or(() -> link))))
        .orElse(whole);
  }

  /**
   * Gives back what says nothing without the others: a link that leads to no triples, a tree of
   * categories that nothing is in, and grades for queries whose texts nobody has.
   */
  private List<Path> loose() {
    List<Path> loose = new ArrayList<>();
    link.filter(file -> further.triples().isEmpty()).ifPresent(file -> loose.add(file.file()));
    tree.filter(file -> further.properties().isEmpty()).ifPresent(file -> loose.add(file.file()));
    if (keyed && grades.isPresent() && !grades.get().byKey(further.queries())) {
      loose.add(grades.get().file());
      grades = Optional.empty();
    }
    return loose;
  }

  /**
   * Takes what are users, grades, queries, triples or reviews out of files that lie beside events.
   *
   * @param files those that are nothing of it stay
   * @param catalogue whether there is a file of items, without which nothing can be graded
   */
  static Beside take(List<Path> files, boolean catalogue) {
    FurtherShapes shapes =
        new FurtherShapes(ImportPlan.of("", List.of(), MappingFile.GUESS), false, List.of());
    files.removeIf(
        file -> {
          List<String> header = header(file, ColumnMapping.GUESS);
          return shapes.tookFurther(file, header)
              || shapes.tookProperties(file, header)
              || shapes.tookLink(file, header)
              || shapes.tookUsers(file, header)
              || catalogue && shapes.tookGrades(file, header)
              || shapes.tookReviews(file, header);
        });
    files.addAll(shapes.loose());
    return new Beside(shapes.users, shapes.grades, shapes.linked());
  }

  /** What files say that hold no events; empty when that is nothing. */
  static Optional<DescribedFiles> describe(List<Path> files) {
    ImportPlan none = ImportPlan.of("", List.of(), MappingFile.GUESS);
    FurtherShapes shapes = new FurtherShapes(none, true, List.of());
    List<Path> left = new ArrayList<>(files);
    left.removeIf(file -> !isLog(file) && shapes.took(file, none));
    left.addAll(shapes.loose());
    Description said =
        new Description(
            shapes.items, shapes.users, shapes.grades, shapes.linked(), none.mapping().privacy());
    return said.isEmpty() ? Optional.empty() : Optional.of(DescribedFiles.of(said, left));
  }

  private static boolean isLog(Path file) {
    List<String> header = header(file, ColumnMapping.GUESS);
    return ColumnShapes.isLog(header) && ColumnShapes.properties(file, header).isEmpty();
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
      List<String> header = header(table, Sheets.silent(plan.mapping()));
      took |=
          tookFurther(table, header)
              || tookProperties(table, header)
              || tookLink(table, header)
              || onTop && tookUsers(table, header)
              || tookCatalogue(table, header);
    }
    return took;
  }

  private boolean took(Path file, ImportPlan plan) {
    if (plan.mapping().form().sheet().isPresent()
        && holdsEvents(file, plan.mapping())
        && Sheets.isNamed(file, plan.mapping())) {
      return false;
    }
    ColumnMapping silent = Sheets.silent(plan.mapping());
    List<String> header = header(file, silent);
    if (!before.isEmpty() && header.containsAll(before)) {
      return false;
    }
    if (tookFurther(file, header) || tookProperties(file, header) || tookLink(file, header)) {
      return true;
    }
    if (InputFiles.holdsEvents(file, silent)) {
      return onTop && tookReviews(file, header);
    }
    boolean described =
        onTop
            || plan.files().size() > 1
            || ColumnShapes.names(ColumnRole.TITLE, header)
            || ColumnShapes.names(ColumnRole.CATEGORY, header)
            || ColumnShapes.names(ColumnRole.QUERY, header);
    return tookUsers(file, header)
        || described && tookCatalogue(file, header)
        || (onTop || plan.files().size() > 1) && tookReviews(file, header);
  }

  /** Whether it holds events, or more of those that the version has. */
  private boolean holdsEvents(Path file, ColumnMapping given) {
    return !before.isEmpty() && header(file, given).containsAll(before)
        || InputFiles.holdsEvents(file, given);
  }

  /** Texts of users on items, beside events of other kinds. */
  private boolean tookReviews(Path file, List<String> header) {
    if (header.isEmpty() || further.reviews().isPresent()) {
      return false;
    }
    ColumnMapping guess =
        MappingGuesser.first(FileSample.of(file, ColumnMapping.GUESS), ColumnMapping.GUESS)
            .mapping();
    if (!guess.columns().keySet().containsAll(List.of(ColumnRole.USER, ColumnRole.ITEM))) {
      return false;
    }
    further = further.withReviews(ColumnShapes.texts(Optional.of(file), header, guess));
    return further.reviews().isPresent();
  }

  /** Properties of items, a row for each, and the tree of their categories. */
  private boolean tookProperties(Path file, List<String> header) {
    Optional<PropertyFiles> found = ColumnShapes.properties(file, header);
    if (found.isPresent()) {
      Optional<PropertyFiles> known = further.properties();
      if (known.isPresent() && !known.get().hasColumnsOf(found.get())) {
        return false;
      }
      further = further.withProperties(known.map(rows -> rows.and(found.get())).or(() -> found));
      return true;
    }
    Optional<CategoryFile> categories = ColumnShapes.categories(file, header);
    if (categories.isEmpty() || tree.isPresent()) {
      return false;
    }
    tree = categories;
    return true;
  }

  /** Which entities are which items. */
  private boolean tookLink(Path file, List<String> header) {
    Optional<String> item = ColumnShapes.item(header);
    Optional<String> entity = RoleNames.find("entity", header);
    if (item.isEmpty()
        || entity.isEmpty()
        || ColumnShapes.names(ColumnRole.USER, header)
        || link.isPresent()) {
      return false;
    }
    link = Optional.of(new LinkFile(file, item.get(), entity.get()));
    return true;
  }

  private boolean tookFurther(Path file, List<String> header) {
    Optional<String> query = RoleNames.find(ColumnRole.QUERY, header);
    Optional<TripleFile> triples = ColumnShapes.triples(file, header);
    if (ColumnShapes.names(ColumnRole.USER, header)
        || ColumnShapes.names(ColumnRole.ITEM, header)) {
      return false;
    }
    if (triples.isPresent() && further.triples().isEmpty()) {
      further = further.withTriples(triples.get());
      return true;
    }
    if (query.isPresent() && further.queries().isEmpty()) {
      further = further.withQueries(ColumnShapes.queries(file, header, query.get()));
      return true;
    }
    return false;
  }

  private boolean tookUsers(Path file, List<String> header) {
    Optional<String> user = RoleNames.find(ColumnRole.USER, header);
    if (user.isEmpty() || ColumnShapes.names(ColumnRole.ITEM, header) || users.isPresent()) {
      return false;
    }
    users = Optional.of(new EntityFile(file, user.get(), Optional.empty(), Optional.empty()));
    return true;
  }

  /** Grades of items for queries, by their texts or by the ids that a file of queries has. */
  private boolean tookGrades(Path file, List<String> header) {
    Optional<String> item = ColumnShapes.item(header);
    Optional<String> text = RoleNames.find(ColumnRole.QUERY, header);
    Optional<String> query = text.or(() -> RoleNames.find("queryKey", header));
    Optional<String> grade = RoleNames.find("grade", header);
    if (item.isEmpty()
        || query.isEmpty()
        || grade.isEmpty()
        || ColumnShapes.names(ColumnRole.USER, header)
        || grades.isPresent()) {
      return false;
    }
    keyed = text.isEmpty();
    grades = Optional.of(new JudgementFile(file, query.get(), item.get(), grade.get()));
    return true;
  }

  private boolean tookCatalogue(Path file, List<String> header) {
    Optional<String> item = ColumnShapes.item(header);
    if (item.isEmpty() || ColumnShapes.names(ColumnRole.USER, header)) {
      return false;
    }
    if (tookGrades(file, header)) {
      return true;
    }
    boolean ofQueries =
        ColumnShapes.names(ColumnRole.QUERY, header)
            || RoleNames.find("queryKey", header).isPresent();
    if (ofQueries || items.isPresent()) {
      return false;
    }
    items =
        Optional.of(
            new EntityFile(
                file,
                item.get(),
                RoleNames.find(ColumnRole.TITLE, header),
                RoleNames.find(ColumnRole.CATEGORY, header),
                RoleNames.find("attributes", header)));
    further = further.withImage(further.image().or(() -> RoleNames.find("image", header)));
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
}
