package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.Unjoined;
import io.aisle.domain.experiment.LinkFile;
import io.aisle.domain.experiment.TripleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads triples. Where a file links entities to items, the item's id takes the place of the
 * entity's. Heads that are neither items nor the tail of another triple belong to nothing.
 */
final class TripleReading {
  private final TripleFile file;
  private final Guarding guarding;
  private final Sink sink;
  private final JobControl control;
  private final Map<String, String> items = new HashMap<>();

  /** Where triples go. */
  @FunctionalInterface
  interface Sink {
    void triple(String head, String relation, String tail);
  }

  TripleReading(TripleFile file, Guarding guarding, Sink sink, JobControl control) {
    this.file = file;
    this.guarding = guarding;
    this.sink = sink;
    this.control = control;
  }

  /**
   * @param known ids of the items
   * @return what does not join
   */
  List<Unjoined> run(Set<String> known) {
    List<Unjoined> found = new ArrayList<>();
    file.link().ifPresent(link -> link(link, known, found));
    triples(known, found);
    return found;
  }

  private void link(LinkFile link, Set<String> known, List<Unjoined> found) {
    Names linked = new Names("items-of-links", known);
    try (FurtherRows rows = FurtherRows.open(link.file(), guarding)) {
      int item = rows.joined(link.item(), guarding.items());
      int entity = rows.joined(link.entity(), guarding.items());
      while (rows.next()) {
        if (!rows.value(item).isEmpty() && !rows.value(entity).isEmpty()) {
          linked.see(rows.value(item));
          items.putIfAbsent(rows.value(entity), rows.value(item));
        }
      }
    }
    linked.missing().ifPresent(found::add);
  }

  private void triples(Set<String> known, List<Unjoined> found) {
    Set<String> there = new HashSet<>(known);
    Names heads = new Names("heads-of-triples", there);
    Set<String> ofHeads = new LinkedHashSet<>();
    Names without = new Names("items-without-triples", ofHeads);
    without.seeAll(known);
    try (FurtherRows rows = FurtherRows.open(file.file(), guarding)) {
      int head = rows.joined(file.head(), guarding.items());
      int relation = rows.column(file.relation());
      int tail = rows.joined(file.tail(), guarding.items());
      for (long row = 0; rows.next(); row++) {
        String from = item(rows.value(head));
        String to = item(rows.value(tail));
        if (!from.isEmpty() && !rows.value(relation).isEmpty() && !to.isEmpty()) {
          ofHeads.add(from);
          there.add(to);
          sink.triple(from, rows.value(relation), to);
        }
        FurtherReading.counted("triples", row, rows, control);
      }
    }
    heads.seeAll(ofHeads);
    heads.missing().ifPresent(found::add);
    without.missing().ifPresent(found::add);
  }

  private String item(String entity) {
    return items.getOrDefault(entity, entity);
  }
}
