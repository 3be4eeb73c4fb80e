package io.aisle.store;

import io.aisle.domain.data.VersionFinding;
import io.aisle.domain.data.VersionFinding.Fate;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.salvage.Readable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.h2.result.SearchRow;

/** Reads all of one version and compares it with what its import noted. Confined to one thread. */
final class VersionCheck {
  /** Tables that are read otherwise, or without which a version is what was imported. */
  private static final List<String> APART = List.of("EVENT", "USER", "ITEM", "REFUSED");

  private static final int LARGEST = Integer.MAX_VALUE - 16;

  private final Readable store;
  private final VersionEntry version;
  private final CancelSignal cancel;
  private long found;
  private boolean sound = true;

  private VersionCheck(Readable store, VersionEntry version, CancelSignal cancel) {
    this.store = store;
    this.version = version;
    this.cancel = cancel;
  }

  static VersionFinding of(Readable store, VersionEntry version, CancelSignal cancel)
      throws IOException {
    VersionCheck check = new VersionCheck(store, version, cancel);
    return check.finding();
  }

  private VersionFinding finding() throws IOException {
    boolean whole = version.complete() ? complete() : begun();
    whole &= store.whole(); // else it may have had a table that nobody knows of
    for (String table : besides()) {
      whole &= store.read(table, (key, row) -> {}).whole();
    }
    Fate intact = version.complete() ? Fate.WHOLE : Fate.UNFINISHED;
    return new VersionFinding(
        version.dataset(), version.version(), version.events(), found, whole ? intact : Fate.LOST);
  }

  /** What is there beside events, users and items; rows that were refused are no part of it. */
  private List<String> besides() {
    return version.tables(store).stream()
        .filter(table -> !APART.stream().map(version::table).toList().contains(table))
        .toList();
  }

  /** Rows behind those that were committed last do no harm: whoever goes on removes them. */
  private boolean begun() throws IOException {
    boolean whole = true;
    for (String kind : List.of("EVENT", "USER", "ITEM")) {
      Readable.Reading reading = store.read(version.table(kind), (key, row) -> check());
      whole &= reading.whole();
      if (kind.equals("EVENT")) {
        found = reading.rows();
      }
    }
    return whole && found >= version.events();
  }

  private boolean complete() throws IOException {
    List<String> users = new ArrayList<>();
    List<ItemName> items = new ArrayList<>();
    read("USER", (key, row) -> users.add(numbered(row, users.size()).getValue(1).getString()));
    read(
        "ITEM",
        (key, row) -> {
          SearchRow item = numbered(row, items.size());
          items.add(
              new ItemName(
                  item.getValue(1).getString(),
                  item.getValue(2).getString(),
                  item.getValue(3).getString()));
        });
    sound &= users.size() == version.users() && items.size() == version.items();
    String fingerprint = events(users, items);
    return sound
        && found == version.events()
        && (version.erasing() || fingerprint.equals(version.fingerprint()))
        && count("QUERY", version.queries())
        && count("JUDGEMENT", version.judgements());
  }

  private boolean count(String kind, long expected) throws IOException {
    return !store.tables().contains(version.table(kind))
        || store.read(version.table(kind), (key, row) -> {}).rows() == expected;
  }

  /** The fingerprint; empty when there is none, as the events are not all there. */
  private String events(List<String> users, List<ItemName> items) throws IOException {
    if (version.events() > LARGEST) {
      return "";
    }
    Fingerprint fingerprint = new Fingerprint((int) version.events());
    read(
        "EVENT",
        (key, row) -> {
          check();
          EventValues event = EventRows.values(row);
          found++;
          sound &=
              key == found
                  && found <= version.events()
                  && event.user() >= 0
                  && event.user() < users.size()
                  && event.item() >= 0
                  && event.item() < items.size();
          if (sound) {
            add(fingerprint, event);
          }
        });
    return sound && found == version.events() ? fingerprint.of(users, items) : "";
  }

  private void read(String kind, Readable.Visitor visitor) throws IOException {
    String fresh = version.fresh(kind);
    boolean waits = version.erasing() && store.tables().contains(fresh);
    sound &= store.read(waits ? fresh : version.table(kind), visitor).whole();
  }

  private static void add(Fingerprint fingerprint, EventValues event) {
    try {
      fingerprint.add(event);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written", e);
    }
  }

  private SearchRow numbered(SearchRow row, int expected) {
    sound &= row.getValue(0).getInt() == expected;
    return row;
  }

  private void check() {
    if (found % 4096 == 0) {
      cancel.check();
    }
  }
}
