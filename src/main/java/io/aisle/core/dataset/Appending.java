package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.Progress;
import io.aisle.store.EntryScan;
import io.aisle.store.EventScan;
import io.aisle.store.Events;
import io.aisle.store.ItemName;
import io.aisle.store.JudgementWriter;
import io.aisle.store.StoredImport;
import io.aisle.store.VersionWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Begins a version with everything that another one holds, under the same numbers, so that files
 * can be read on top of it. Goes on where it was interrupted.
 *
 * @param parent the version that is appended to
 * @param keepRepeated whether events that it has may come again
 */
record Appending(
    EventScan scan, EntryScan entries, Events events, DatasetVersion parent, boolean keepRepeated) {
  /** What the store keeps of the choice, and reads back when an append goes on. */
  private static final String KEEP = "repeated: keep\n";

  private static final String REFUSE = "repeated: refuse\n";

  static String steps(boolean keepRepeated) {
    return keepRepeated ? KEEP : REFUSE;
  }

  static boolean keepsRepeated(String steps) {
    return steps.equals(KEEP);
  }

  /**
   * Copies what is not there yet.
   *
   * @param begun the version that is being made
   * @return the events that may not come again
   */
  RepeatedEvents copy(DatasetVersion begun, VersionWriter writer, JobControl control) {
    if (begun.users() == 0 && begun.items() == 0) {
      copyEntries(writer, control);
      writer.commit(StoredImport.Position.START);
    }
    RepeatedEvents there = keepRepeated ? RepeatedEvents.NONE : ofParent();
    long done = writer.events();
    scan.all(
        parent.id(),
        parent.events(),
        control,
        (first, page) -> {
          control.at(new Progress("copying", first, parent.events()));
          for (int i = 0; i < page.size(); i++) {
            if (first + i >= done) {
              writer.event(page.get(i));
            }
            if (!keepRepeated) {
              there.add(page.get(i));
            }
          }
          if (first + page.size() > done) {
            writer.commit(StoredImport.Position.START);
          }
        });
    return there;
  }

  /** Makes the grades that are there known, so that none comes again and queries keep numbers. */
  void grades(StoreSink sink, JobControl control) {
    List<String> queries = new ArrayList<>();
    entries.queries(parent.id(), parent.queries(), control, queries::add);
    entries.grades(parent.id(), parent.judgements(), control, grade -> sink.known(grade, queries));
  }

  /** What to say when files only describe or grade what is there, and nothing of it is. */
  InputException nothingJoins(String files) {
    return new InputException(
        "Nothing in %s speaks of a user or an item of \"%s\", version %d: see that both write their ids alike, and that the columns of ids are named as such."
            .formatted(files, parent.dataset(), parent.version()));
  }

  /** What to say when all that files have is there. */
  InputException everythingThere(String files) {
    return new InputException(
        "Everything in %s is in \"%s\", version %d, already: there is nothing to append."
            .formatted(files, parent.dataset(), parent.version()));
  }

  private RepeatedEvents ofParent() {
    return new RepeatedEvents(
        events.users(parent.id()),
        events.items(parent.id()).stream().map(ItemName::name).toList(),
        Math.toIntExact(parent.events()));
  }

  private void copyEntries(VersionWriter writer, JobControl control) {
    entries.users(
        parent.id(),
        parent.users(),
        control,
        user -> writer.entries().user(user.no(), user.name(), user.attributes()));
    entries.items(
        parent.id(),
        parent.items(),
        control,
        item -> writer.entries().itemWithJson(item.no(), item.item(), item.attributes()));
    events
        .otherTitles(parent.id())
        .ifPresent(
            others ->
                others.forEach(
                    (item, titles) ->
                        titles.forEach(title -> writer.entries().otherTitle(item, title))));
    if (parent.judgements() > 0) {
      JudgementWriter grades = writer.judgements();
      entries.queries(
          parent.id(),
          parent.queries(),
          control,
          text -> {
            var unused = grades.query(text);
          });
      entries.grades(
          parent.id(),
          parent.judgements(),
          control,
          grade -> grades.judgement(grade.query(), grade.item(), grade.grade()));
    }
  }
}
