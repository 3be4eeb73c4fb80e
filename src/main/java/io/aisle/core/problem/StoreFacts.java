package io.aisle.core.problem;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.store.Database;
import io.aisle.store.Events;
import io.aisle.store.ItemName;
import io.aisle.store.Versions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a report takes from the store: counts, and what must not go out. Thread-safe; blocks. */
final class StoreFacts {
  private static final String ROW = "%-8s%-13s%11s%11s%9s%9s%9s%9s%11s%n";

  private final Versions versions;
  private final Events events;

  StoreFacts(Database database) {
    this.versions = new Versions(database);
    this.events = new Events(database);
  }

  /** A line of numbers for each version, without its name. */
  String counts() {
    List<DatasetVersion> all = versions.list();
    StringBuilder text = new StringBuilder();
    text.append(
        ROW.formatted(
            "number", "state", "read", "events", "users", "items", "queries", "grades", "refused"));
    for (int i = 0; i < all.size(); i++) {
      DatasetVersion version = all.get(i);
      text.append(
          ROW.formatted(
              i + 1,
              version.state(),
              version.read(),
              version.events(),
              version.users(),
              version.items(),
              version.queries(),
              version.judgements(),
              version.refused().values().stream().mapToLong(Long::longValue).sum()));
    }
    return text.toString();
  }

  /** Names of data sets and of the files they came from. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    for (DatasetVersion version : versions.list()) {
      names.add(version.dataset());
      names.add(version.source());
      names.addAll(List.of(version.source().split(", ")));
    }
    return names;
  }

  /** Those of the words that are an id of a user or an item in any version. */
  Set<String> ids(Set<String> words) {
    Set<String> found = new HashSet<>();
    for (DatasetVersion version : versions.list()) {
      events.users(version.id()).stream().filter(words::contains).forEach(found::add);
      events.items(version.id()).stream()
          .map(ItemName::name)
          .filter(words::contains)
          .forEach(found::add);
    }
    return found;
  }
}
