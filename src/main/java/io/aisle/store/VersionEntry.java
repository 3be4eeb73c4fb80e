package io.aisle.store;

import io.aisle.domain.data.DatasetVersion.State;
import io.aisle.store.salvage.Readable;
import io.aisle.store.salvage.Readable.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.ValueNull;

/**
 * What the list of data sets says of a version, read without the data base.
 *
 * @param fingerprint empty until complete, and while a user is being erased
 */
record VersionEntry(
    long id,
    String dataset,
    int version,
    State state,
    long events,
    int users,
    int items,
    int queries,
    long judgements,
    String fingerprint) {
  static final String TABLE = "DATASET_VERSION";

  /**
   * Reads the list.
   *
   * @param entries get what can be read of it
   */
  static Reading list(Readable store, List<VersionEntry> entries) throws IOException {
    List<String> columns = store.columns(TABLE);
    List<VersionEntry> found = new ArrayList<>();
    Reading reading = store.read(TABLE, (key, row) -> found.add(of(row, columns)));
    entries.addAll(found);
    return reading;
  }

  private static VersionEntry of(SearchRow row, List<String> columns) {
    return new VersionEntry(
        number(row, columns, "ID"),
        value(row, columns, "DATASET").getString(),
        (int) number(row, columns, "VERSION"),
        State.valueOf(value(row, columns, "STATE").getString()),
        number(row, columns, "EVENTS"),
        (int) number(row, columns, "USERS"),
        (int) number(row, columns, "ITEMS"),
        (int) number(row, columns, "QUERIES"),
        number(row, columns, "JUDGEMENTS"),
        value(row, columns, "FINGERPRINT").getString());
  }

  /** 0 where a store of an older schema has no such column. */
  private static long number(SearchRow row, List<String> columns, String name) {
    Value value = value(row, columns, name);
    return ValueNull.INSTANCE.equals(value) ? 0 : value.getLong();
  }

  private static Value value(SearchRow row, List<String> columns, String name) {
    int column = columns.indexOf(name);
    return column < 0 ? ValueNull.INSTANCE : row.getValue(column);
  }

  /** Whether it can be used, as the list says. */
  boolean complete() {
    return state == State.COMPLETE;
  }

  /**
   * Whether an erasure has written its events and users anew, and nobody has read them since: their
   * tables are in their place, or wait beside it.
   */
  boolean erasing() {
    return complete() && fingerprint.isEmpty();
  }

  /** Its tables, as far as a store has them; with those that an erasure was writing. */
  List<String> tables(Readable store) {
    return store.tables().stream()
        .filter(table -> table.matches("[A-Z_]+_" + id + "(_WITHOUT)?"))
        .toList();
  }

  /** Name of one of its tables. */
  String table(String kind) {
    return kind + "_" + id;
  }

  /** Name of the table that an erasure writes to take the place of one. */
  String fresh(String kind) {
    return table(kind) + "_WITHOUT";
  }
}
