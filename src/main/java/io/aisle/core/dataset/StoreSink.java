package io.aisle.core.dataset;

import io.aisle.store.EntryScan;
import io.aisle.store.EventValues;
import io.aisle.store.Events;
import io.aisle.store.JudgementWriter;
import io.aisle.store.StoredImport;
import io.aisle.store.VersionWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Puts events, items and grades into a version of the store, encoded by its dictionaries. */
final class StoreSink implements EventSink {
  private final VersionWriter writer;
  private final Reasons reasons;
  private final UserNames users;
  private final ItemNames items;
  private final Map<String, Integer> queries = new HashMap<>();
  private final Set<Long> judged = new HashSet<>();
  private int described;
  private int graded;

  /** Goes on with the dictionaries that the version has. */
  StoreSink(VersionWriter writer, Reasons reasons, Events stored, long version) {
    this.writer = writer;
    this.reasons = reasons;
    this.users = new UserNames(stored.users(version));
    this.items = new ItemNames(stored.items(version), stored.otherTitles(version).orElse(Map.of()));
  }

  @Override
  public void event(ParsedRow.Event event) {
    int known = users.size();
    int user = users.number(event.user());
    if (user == known) {
      writer.entries().user(user, event.user());
    }
    writer.event(
        new EventValues(
            user,
            item(event),
            (byte) event.kind().ordinal(),
            event.millis(),
            event.session(),
            event.value(),
            event.price(),
            event.quantity(),
            event.query(),
            event.position()));
  }

  private int item(ParsedRow.Event event) {
    int known = items.size();
    int item = items.number(event.item());
    boolean described = items.describe(item, event.title(), event.category());
    if (item == known) {
      writer.entries().item(item, items.get(item));
    } else if (described) {
      writer.entries().rename(item, items.get(item));
    }
    if (items.another(item, event.title())) {
      writer.entries().otherTitle(item, event.title());
    }
    return item;
  }

  @Override
  public void refused(RefusedRow row) {
    ParsedRow.Fault fault = row.fault();
    writer
        .refusals()
        .add(reasons.count(fault.reason()), row.file(), row.row(), fault.column(), row.line());
  }

  @Override
  public void chunk(ReadPosition position) {
    writer.commit(
        new StoredImport.Position(
            position.file(), position.row(), position.read(), position.hash()));
  }

  /** Adds what an item file says; items without events are left out. */
  void describeItems(Map<String, EntityReader.Entity> itemFile) {
    for (int i = 0; i < items.size(); i++) {
      EntityReader.Entity entity = itemFile.get(items.get(i).name());
      if (entity != null) {
        describe(i, entity);
      }
    }
  }

  /** Adds what a user file says; users without events are left out. */
  void describeUsers(Map<String, EntityReader.Entity> userFile) {
    for (int i = 0; i < users.size(); i++) {
      EntityReader.Entity entity = userFile.get(users.all().get(i));
      if (entity != null) {
        writer.entries().describeUser(i, entity.attributes());
        described++;
      }
    }
  }

  private void describe(int item, EntityReader.Entity entity) {
    described++;
    items.overrule(item, entity);
    writer.entries().describeItem(item, items.get(item), entity.attributes());
  }

  /** Takes an item of a catalogue, with or without events. */
  void item(String name, EntityReader.Entity entity) {
    int known = items.size();
    int item = items.number(name);
    if (item == known) {
      items.overrule(item, entity);
      writer.entries().item(item, items.get(item), entity.attributes());
    } else {
      describe(item, entity);
    }
  }

  /** Epoch milliseconds of the first event that has a time; empty when none has. */
  OptionalLong firstEvent() {
    return writer.firstEvent();
  }

  /**
   * The number of an item.
   *
   * @param more whether one that is not there gets the next
   * @return -1 when it has none
   */
  int number(String item, boolean more) {
    return more ? items.number(item) : items.find(item).orElse(-1);
  }

  /** Takes what is said of an item by its number; new ones come in the order of these. */
  void item(int item, EntityReader.Entity entity) {
    if (item >= writer.items()) {
      items.overrule(item, entity);
      writer.entries().item(item, items.get(item), entity.attributes());
    } else if (!entity.isEmpty()) {
      describe(item, entity);
    }
  }

  /** A grade that the version has already. */
  void known(EntryScan.Grade grade, List<String> texts) {
    queries.put(texts.get(grade.query()), grade.query());
    judged.add(pair(grade.query(), grade.item()));
  }

  private static long pair(int query, int item) {
    return (long) query << Integer.SIZE | item;
  }

  /** How often a user or an item that was there was described. */
  int described() {
    return described;
  }

  /** Grades that were taken. */
  int graded() {
    return graded;
  }

  /** Takes a grade, or says why not. */
  Optional<BuiltInReason> judgement(JudgementRows row) {
    OptionalInt item = items.find(row.item());
    if (item.isEmpty()) {
      return Optional.of(BuiltInReason.UNKNOWN_ITEM);
    }
    JudgementWriter grades = writer.judgements();
    int query = queries.computeIfAbsent(row.query(), grades::query);
    if (!judged.add(pair(query, item.getAsInt()))) {
      return Optional.of(BuiltInReason.REPEATED_GRADE);
    }
    grades.judgement(query, item.getAsInt(), row.grade());
    graded++;
    return Optional.empty();
  }
}
