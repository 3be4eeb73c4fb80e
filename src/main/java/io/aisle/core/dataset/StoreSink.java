package io.aisle.core.dataset;

import io.aisle.store.EventValues;
import io.aisle.store.Events;
import io.aisle.store.ItemName;
import io.aisle.store.StoredImport;
import io.aisle.store.VersionWriter;
import java.util.Map;

/** Puts events into a version of the store, encoded by its dictionaries. */
final class StoreSink implements EventSink {
  private final VersionWriter writer;
  private final Reasons reasons;
  private final UserNames users;
  private final ItemNames items;

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
      writer.user(user, event.user());
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
      writer.item(item, items.get(item));
    } else if (described) {
      writer.rename(item, items.get(item));
    }
    if (items.another(item, event.title())) {
      writer.otherTitle(item, event.title());
    }
    return item;
  }

  @Override
  public void refused(ParsedRow.Fault fault, int file, CsvRows row) {
    writer.refuse(reasons.count(fault.reason()), file, row.row(), fault.column(), row.rawLine());
  }

  @Override
  public void chunk(ReadPosition position) {
    writer.commit(
        new StoredImport.Position(
            position.file(), position.row(), position.read(), position.hash()));
  }

  /** Adds what item and user files say; users and items without events are left out. */
  void describe(
      Map<String, EntityReader.Entity> itemFile, Map<String, EntityReader.Entity> userFile) {
    for (int i = 0; i < items.size(); i++) {
      EntityReader.Entity entity = itemFile.get(items.get(i).name());
      if (entity != null) {
        items.overrule(i, entity);
        ItemName item = items.get(i);
        writer.describeItem(i, item, entity.attributes());
      }
    }
    for (int i = 0; i < users.size(); i++) {
      EntityReader.Entity entity = userFile.get(users.all().get(i));
      if (entity != null) {
        writer.describeUser(i, entity.attributes());
      }
    }
  }
}
