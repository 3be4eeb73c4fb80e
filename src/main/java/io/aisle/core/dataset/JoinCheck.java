package io.aisle.core.dataset;

import io.aisle.core.dataset.Joining.Part;
import io.aisle.core.job.JobControl;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.JudgementFile;
import io.aisle.domain.experiment.QueryFile;
import io.aisle.domain.experiment.ReviewFile;
import io.aisle.domain.experiment.TripleFile;
import io.aisle.store.Events;
import io.aisle.store.ItemName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks how files would join with a version, without storing anything. */
final class JoinCheck {
  private static final int CHECK_ROWS = 1_000;

  private final ImportInput input;
  private final JobControl control;
  private final Set<String> users;
  private final Set<String> items;
  private final List<Joining> found = new ArrayList<>();

  private JoinCheck(DatasetVersion version, ImportInput input, Events events, JobControl control) {
    this.input = input;
    this.control = control;
    this.users = new HashSet<>(events.users(version.id()));
    this.items =
        events.items(version.id()).stream()
            .map(ItemName::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A line for each file, in the order in which an import reads them. */
  static List<Joining> of(
      DatasetVersion version, ImportInput input, Events events, JobControl control) {
    JoinCheck check = new JoinCheck(version, input, events, control);
    for (Path file : input.files()) {
      check.found.add(new Joining(Part.EVENTS, file, 0, 0, true, List.of()));
    }
    input.items().ifPresent(check::items);
    input.usersFile().ifPresent(check::users);
    input.judgements().ifPresent(check::judgements);
    input.further().queries().ifPresent(check::queries);
    input.further().triples().ifPresent(check::triples);
    input.further().reviews().ifPresent(check::reviews);
    return check.found;
  }

  private void items(EntityFile file) {
    Names ids = new Names("items", items);
    try (EntityRows rows = EntityRows.open(file, input.guarding().items())) {
      for (long row = 0; rows.next(); row++) {
        see(ids, rows.id(), row);
      }
    }
    found.add(Joining.of(Part.ITEMS, file.file(), ids, input.wholeCatalogue()));
    if (input.wholeCatalogue()) {
      items.addAll(ids.seen());
    }
  }

  private void see(Names names, String id, long row) {
    if (row % CHECK_ROWS == 0) {
      control.check();
    }
    if (!id.isEmpty()) {
      names.see(id);
    }
  }

  private void users(Path file) {
    Names ids = new Names("users", users);
    ids.seeAll(input.users().keySet());
    found.add(Joining.of(Part.USERS, file, ids, false));
  }

  private void judgements(JudgementFile file) {
    Names graded = new Names("judgements", items);
    try (JudgementRows rows = JudgementRows.open(file, input.guarding().items())) {
      for (long row = 0; rows.next(); row++) {
        see(graded, rows.item(), row);
      }
    }
    found.add(Joining.of(Part.JUDGEMENTS, file.file(), graded, false));
  }

  private void queries(QueryFile file) {
    long count = 0;
    try (FurtherRows rows = FurtherRows.open(file.file(), input.guarding())) {
      int text = rows.column(file.query());
      while (rows.next()) {
        count += rows.value(text).isEmpty() ? 0 : 1;
      }
    }
    found.add(new Joining(Part.QUERIES, file.file(), count, count, false, List.of()));
  }

  private void triples(TripleFile file) {
    Names heads = new Names("triples", items);
    var unused =
        new TripleReading(
                file, input.guarding(), (head, relation, tail) -> heads.see(head), control)
            .run(items);
    found.add(Joining.of(Part.TRIPLES, file.file(), heads, true));
  }

  private void reviews(ReviewFile file) {
    if (file.file().isEmpty()) {
      return; // they stand in the rows of events
    }
    long[] taken = {0};
    ReviewReading reading = new ReviewReading(file, input, review -> taken[0]++, control);
    List<String> missing =
        reading.run(users, items).stream().flatMap(each -> each.examples().stream()).toList();
    found.add(
        new Joining(Part.REVIEWS, file.file().get(), reading.texts(), taken[0], false, missing));
  }
}
