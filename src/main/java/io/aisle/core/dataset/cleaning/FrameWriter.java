package io.aisle.core.dataset.cleaning;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.Progress;
import io.aisle.store.EntryScan;
import io.aisle.store.EventScan;
import io.aisle.store.EventValues;
import io.aisle.store.Events;
import io.aisle.store.ItemName;
import io.aisle.store.JudgementWriter;
import io.aisle.store.StoredImport;
import io.aisle.store.VersionWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Writes what cleaning has left of a version into a new one: the events in their order, the users
 * and items that are left, numbered densely in their old order, with all that is known of them, and
 * the grades of those items.
 */
final class FrameWriter {
  private final DatasetVersion version;
  private final EventFrame frame;
  private final EventScan scan;
  private final EntryScan entries;
  private final Events events;
  private final int[] newUser;
  private final int[] newItem;

  FrameWriter(
      DatasetVersion version, EventFrame frame, EventScan scan, EntryScan entries, Events events) {
    this.version = version;
    this.frame = frame;
    this.scan = scan;
    this.entries = entries;
    this.events = events;
    this.newUser = numbers(frame.users(), version.users());
    this.newItem = numbers(frame.items(), version.items());
  }

  /** New numbers by old ones; -1 for what is gone. */
  private static int[] numbers(BitSet left, int size) {
    int[] numbers = new int[size];
    Arrays.fill(numbers, -1);
    int next = 0;
    for (int old = left.nextSetBit(0); old >= 0; old = left.nextSetBit(old + 1)) {
      numbers[old] = next++;
    }
    return numbers;
  }

  void write(VersionWriter writer, JobControl control) {
    writeUsers(writer, control);
    writeItems(writer, control);
    writeGrades(writer, control);
    scan.all(
        version.id(),
        version.events(),
        control,
        (first, page) -> {
          control.at(new Progress("writing", first, version.events()));
          for (int i = 0; i < page.size(); i++) {
            int event = (int) first + i;
            if (frame.isKept(event)) {
              writer.event(changed(event, page.get(i)));
            }
          }
          writer.commit(new StoredImport.Position(0, 0, first + page.size(), 0));
        });
  }

  private EventValues changed(int event, EventValues stored) {
    return new EventValues(
        newUser[stored.user()],
        newItem[stored.item()],
        stored.kind(),
        frame.isReplaced(ColumnRole.TIME) ? frame.millis()[event] : stored.millis(),
        text(ColumnRole.SESSION, event, stored.session()),
        number(ColumnRole.VALUE, event, stored.value()),
        number(ColumnRole.PRICE, event, stored.price()),
        number(ColumnRole.QUANTITY, event, stored.quantity()),
        text(ColumnRole.QUERY, event, stored.query()),
        position(event, stored.position()));
  }

  private double number(ColumnRole column, int event, double stored) {
    return frame.isReplaced(column) ? frame.numbers(column)[event] : stored;
  }

  private String text(ColumnRole column, int event, String stored) {
    return frame.isReplaced(column) ? frame.texts(column).get(event) : stored;
  }

  private int position(int event, int stored) {
    return frame.isReplaced(ColumnRole.POSITION)
        ? (int) frame.numbers(ColumnRole.POSITION)[event]
        : stored;
  }

  private void writeUsers(VersionWriter writer, JobControl control) {
    entries.users(
        version.id(),
        version.users(),
        control,
        user -> {
          if (newUser[user.no()] >= 0) {
            writer.entries().user(newUser[user.no()], user.name(), user.attributes());
          }
        });
  }

  private void writeItems(VersionWriter writer, JobControl control) {
    entries.items(
        version.id(),
        version.items(),
        control,
        item -> {
          int no = item.no();
          if (newItem[no] >= 0) {
            writer
                .entries()
                .itemWithJson(
                    newItem[no],
                    new ItemName(
                        item.item().name(), frame.titles().get(no), frame.categories().get(no)),
                    item.attributes());
          }
        });
    Map<Integer, List<String>> others = events.otherTitles(version.id()).orElse(Map.of());
    others.forEach(
        (item, titles) -> {
          if (newItem[item] >= 0) {
            titles.forEach(title -> writer.entries().otherTitle(newItem[item], title));
          }
        });
  }

  /** Queries of which every grade is gone go too. */
  private void writeGrades(VersionWriter writer, JobControl control) {
    if (version.judgements() == 0) {
      return;
    }
    List<String> texts = new ArrayList<>();
    entries.queries(version.id(), version.queries(), control, texts::add);
    int[] newQuery = new int[texts.size()];
    Arrays.fill(newQuery, -1);
    JudgementWriter grades = writer.judgements();
    entries.grades(
        version.id(),
        version.judgements(),
        control,
        grade -> {
          int query = grade.query();
          if (newItem[grade.item()] >= 0) {
            if (newQuery[query] < 0) {
              newQuery[query] = grades.query(texts.get(query));
            }
            grades.judgement(newQuery[query], newItem[grade.item()], grade.grade());
          }
        });
  }
}
