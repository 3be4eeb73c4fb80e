package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.Unjoined;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.QueryFile;
import io.aisle.domain.job.Progress;
import io.aisle.store.Database;
import io.aisle.store.EntryScan;
import io.aisle.store.Events;
import io.aisle.store.ItemName;
import io.aisle.store.Knowledge;
import io.aisle.store.KnowledgeRows;
import io.aisle.store.KnowledgeWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

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
  private final KnowledgeRows rows;

  FurtherReading(Database database) {
    this.events = new Events(database);
    this.entries = new EntryScan(database);
    this.knowledge = new Knowledge(database);
    this.rows = new KnowledgeRows(database);
  }

  /** Everything of a version that is asked for by name. */
  private record Known(Set<String> users, Set<String> items) {}

  /**
   * What came of the files.
   *
   * @param unjoined what does not join
   * @param taken entries that were new
   * @param there entries that the version which is appended to has already
   */
  record Came(List<Unjoined> unjoined, long taken, KnowledgeCounts there) {
    static final Came NOTHING = new Came(List.of(), 0, KnowledgeCounts.NONE);
  }

  /**
   * @param version its users and items are durable
   * @param items how many items it has
   * @param seen what its file of items holds
   * @param before the version whose entries are not taken again; empty: any is taken
   */
  Came run(
      long version,
      int items,
      ImportInput input,
      ItemsSeen seen,
      OptionalLong before,
      JobControl control) {
    if (input.further().equals(FurtherFiles.NONE)
        && input.items().isEmpty()
        && input.users().isEmpty()) {
      return Came.NOTHING;
    }
    Known known =
        new Known(
            new HashSet<>(events.users(version)),
            events.items(version).stream()
                .map(ItemName::name)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    List<Unjoined> found = new ArrayList<>(entities(input, known, seen));
    try (KnowledgeWriter writer = knowledge.writer(version)) {
      FurtherEntries sink = new FurtherEntries(writer);
      before.ifPresent(parent -> sink.without(rows, parent, control));
      input.further().queries().ifPresent(file -> queries(file, input, sink, control));
      input
          .further()
          .triples()
          .ifPresent(
              file ->
                  found.addAll(
                      new TripleReading(file, input.guarding(), sink::triple, control)
                          .run(known.items())));
      if (!input.further().derived().isEmpty()) {
        new DerivedTriples(input.further().derived(), sink::derived)
            .all(visitor -> entries.items(version, items, control, visitor));
      }
      input
          .further()
          .reviews()
          .ifPresent(
              file ->
                  found.addAll(
                      new ReviewReading(file, input, sink::review, control)
                          .run(known.users(), known.items())));
      List<Unjoined> noted = new ArrayList<>(found);
      seen.late().ifPresent(noted::add);
      knowledge.note(version, noted);
      return new Came(found, sink.taken(), sink.there());
    }
  }

  /** Items and users of the events that their files do not have, and the other way round. */
  private static List<Unjoined> entities(ImportInput input, Known known, ItemsSeen seen) {
    List<Unjoined> found = new ArrayList<>();
    if (input.items().isPresent() || input.further().properties().isPresent()) {
      both("items", seen.ids(), known.items(), found);
      found.addAll(seen.faults());
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

  private static void queries(
      QueryFile file, ImportInput input, FurtherEntries sink, JobControl control) {
    try (FurtherRows rows = FurtherRows.open(file.file(), input.guarding())) {
      int id = rows.column(file.id());
      int text = rows.column(file.query());
      int category = rows.column(file.category());
      for (long row = 0; rows.next(); row++) {
        if (!rows.value(text).isEmpty()) {
          sink.query(orNull(rows.value(id)), rows.value(text), orNull(rows.value(category)));
        }
        counted("queries", row, rows, control);
      }
    }
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
}
