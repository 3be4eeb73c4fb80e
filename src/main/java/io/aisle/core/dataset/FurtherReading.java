package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.Unjoined;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.QueryFile;
import io.aisle.domain.experiment.TripleFile;
import io.aisle.domain.job.Progress;
import io.aisle.store.Database;
import io.aisle.store.EntryScan;
import io.aisle.store.Events;
import io.aisle.store.ItemName;
import io.aisle.store.Knowledge;
import io.aisle.store.KnowledgeWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what lies beside events, items, users and grades into a version that has those, and notes
 * what of all its files does not join. Begins anew whenever it is called, so that an import that
 * was interrupted can be resumed.
 */
final class FurtherReading {
  private static final int CHECK_ROWS = 1_000;

  private final Events events;
  private final EntryScan entries;
  private final Knowledge knowledge;

  FurtherReading(Database database) {
    this.events = new Events(database);
    this.entries = new EntryScan(database);
    this.knowledge = new Knowledge(database);
  }

  /** Everything of a version that is asked for by name. */
  private record Known(Set<String> users, Set<String> items) {}

  /**
   * @param version its users and items are durable
   * @param items how many items it has
   * @return what does not join
   */
  List<Unjoined> run(long version, int items, ImportInput input, JobControl control) {
    if (input.further().equals(io.aisle.domain.experiment.FurtherFiles.NONE)
        && input.items().isEmpty()
        && input.users().isEmpty()) {
      return List.of();
    }
    Known known =
        new Known(
            new HashSet<>(events.users(version)),
            events.items(version).stream()
                .map(ItemName::name)
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new)));
    List<Unjoined> found = new ArrayList<>(entities(input, known, control));
    try (KnowledgeWriter writer = knowledge.writer(version)) {
      input.further().queries().ifPresent(file -> queries(file, input, writer, control));
      input
          .further()
          .triples()
          .ifPresent(file -> found.addAll(triples(file, input, known, writer, control)));
      if (!input.further().derived().isEmpty()) {
        new DerivedTriples(input.further().derived(), writer)
            .all(visitor -> entries.items(version, items, control, visitor));
      }
      input
          .further()
          .reviews()
          .ifPresent(
              file ->
                  found.addAll(
                      new ReviewReading(file, input, writer, control)
                          .run(known.users(), known.items())));
    }
    knowledge.note(version, found);
    return found;
  }

  /** Items and users of the events that their files do not have, and the other way round. */
  private static List<Unjoined> entities(ImportInput input, Known known, JobControl control) {
    List<Unjoined> found = new ArrayList<>();
    if (input.items().isPresent()) {
      Pictures pictures = new Pictures(input.items().get().file());
      Set<String> described = ids(input.items().get(), input, pictures, control);
      both("items", described, known.items(), found);
      pictures.missing().ifPresent(found::add);
    }
    if (!input.users().isEmpty()) {
      both("users", input.users().keySet(), known.users(), found);
    }
    return found;
  }

  private static void both(
      String what, Set<String> file, Set<String> stored, List<Unjoined> found) {
    Names undescribed = new Names(what + "-undescribed", file);
    undescribed.seeAll(stored);
    undescribed.missing().ifPresent(found::add);
    Names unused = new Names(what + "-unused", stored);
    unused.seeAll(file);
    unused.missing().ifPresent(found::add);
  }

  private static Set<String> ids(
      EntityFile file, ImportInput input, Pictures pictures, JobControl control) {
    Set<String> ids = new LinkedHashSet<>();
    try (EntityRows rows = EntityRows.open(file, input.guarding().items())) {
      int picture = input.further().image().map(rows.rows().header()::indexOf).orElse(-1);
      while (rows.next()) {
        if (!rows.id().isEmpty()) {
          ids.add(rows.id());
        }
        pictures.see(rows.rows().stripped(picture));
        if (ids.size() % CHECK_ROWS == 0) {
          control.check();
        }
      }
    }
    return ids;
  }

  private static void queries(
      QueryFile file, ImportInput input, KnowledgeWriter writer, JobControl control) {
    try (FurtherRows rows = FurtherRows.open(file.file(), input.guarding())) {
      int id = rows.column(file.id());
      int text = rows.column(file.query());
      int category = rows.column(file.category());
      for (long row = 0; rows.next(); row++) {
        if (!rows.value(text).isEmpty()) {
          writer.query(orNull(rows.value(id)), rows.value(text), orNull(rows.value(category)));
        }
        counted("queries", row, rows, control);
      }
    }
  }

  /** Heads that are neither items nor the tail of another triple belong to nothing. */
  private static List<Unjoined> triples(
      TripleFile file, ImportInput input, Known known, KnowledgeWriter writer, JobControl control) {
    Set<String> there = new HashSet<>(known.items());
    Names heads = new Names("heads-of-triples", there);
    Set<String> ofHeads = new LinkedHashSet<>();
    Names items = new Names("items-without-triples", ofHeads);
    items.seeAll(known.items());
    try (FurtherRows rows = FurtherRows.open(file.file(), input.guarding())) {
      int head = rows.joined(file.head(), input.guarding().items());
      int relation = rows.column(file.relation());
      int tail = rows.joined(file.tail(), input.guarding().items());
      for (long row = 0; rows.next(); row++) {
        boolean whole =
            !rows.value(head).isEmpty()
                && !rows.value(relation).isEmpty()
                && !rows.value(tail).isEmpty();
        if (whole) {
          ofHeads.add(rows.value(head));
          there.add(rows.value(tail));
          writer.triple(rows.value(head), rows.value(relation), rows.value(tail));
        }
        counted("triples", row, rows, control);
      }
    }
    heads.seeAll(ofHeads);
    List<Unjoined> found = new ArrayList<>();
    heads.missing().ifPresent(found::add);
    items.missing().ifPresent(found::add);
    return found;
  }

  static void counted(String phase, long row, FurtherRows rows, JobControl control) {
    if (row % CHECK_ROWS == 0) {
      control.check();
      control.at(new Progress(phase, rows.bytesRead(), 0));
    }
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Counts the pictures of items that are not where they should be. */
  private static final class Pictures {
    private final Path folder;
    private final List<String> missing = new ArrayList<>();
    private long seen;
    private long lost;

    Pictures(Path file) {
      this.folder = file.toAbsolutePath().getParent();
    }

    void see(String path) {
      if (path.isEmpty()) {
        return;
      }
      seen++;
      if (!there(path)) {
        lost++;
        if (missing.size() < 5) {
          missing.add(path);
        }
      }
    }

    private boolean there(String path) {
      try {
        return path.startsWith("http:")
            || path.startsWith("https:")
            || java.nio.file.Files.isRegularFile(folder.resolve(path));
      } catch (java.nio.file.InvalidPathException e) {
        return false;
      }
    }

    java.util.Optional<Unjoined> missing() {
      return lost == 0
          ? java.util.Optional.empty()
          : java.util.Optional.of(new Unjoined("pictures", lost, seen, missing));
    }
  }
}
