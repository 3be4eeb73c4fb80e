package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds small data sets whose figures can be counted by hand. */
final class Planted {
  private final List<String> users = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private final List<String> sessions = new ArrayList<>();
  private final List<int[]> keys = new ArrayList<>();
  private final List<Long> millis = new ArrayList<>();
  private final List<Float> prices = new ArrayList<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, String> categories = new HashMap<>();
  private final Map<String, Long> refused;
  private final long read;

  Planted(long read, Map<String, Long> refused) {
    this.read = read;
    this.refused = refused;
  }

  Planted() {
    this(0, Map.of());
  }

  /**
   * @param time such as 2020-01-31T10:00:00Z
   * @param session null: none
   */
  Planted event(
      String user, String item, EventKind kind, String time, String session, double price) {
    int number = session == null ? -1 : number(sessions, session);
    keys.add(new int[] {number(users, user), number(items, item), kind.ordinal(), number});
    millis.add(Instant.parse(time).toEpochMilli());
    prices.add((float) price);
    return this;
  }

  Planted purchase(String user, String item, String time) {
    return event(user, item, EventKind.PURCHASE, time, null, Double.NaN);
  }

  /** Adds an item, perhaps without events. */
  Planted item(String item, String title, String category) {
    int unused = number(items, item);
    titles.put(item, title);
    categories.put(item, category);
    return this;
  }

  private String title(String item) {
    return titles.getOrDefault(item, item.startsWith("no") ? "" : "The " + item);
  }

  private static int number(List<String> names, String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }

  EventIndex index(Map<Integer, List<String>> otherTitles) {
    int size = keys.size();
    byte[] kinds = new byte[size];
    float[] price = new float[size];
    for (int i = 0; i < size; i++) {
      kinds[i] = (byte) keys.get(i)[2];
      price[i] = prices.get(i);
    }
    long[] times = millis.stream().mapToLong(Long::longValue).toArray();
    EventTable table =
        new EventTable(
            keys.stream().mapToInt(key -> key[0]).toArray(),
            keys.stream().mapToInt(key -> key[1]).toArray(),
            kinds,
            times,
            price.clone(),
            price,
            price.clone(),
            new Catalogue(
                users,
                items,
                items.stream().map(this::title).toList(),
                items.stream().map(item -> categories.getOrDefault(item, "")).toList()));
    int[] session =
        sessions.isEmpty() ? new int[0] : keys.stream().mapToInt(key -> key[3]).toArray();
    long last = Arrays.stream(times).max().orElse(0);
    DatasetVersion version =
        new DatasetVersion(
            1,
            "planted",
            1,
            "planted.csv",
            DatasetVersion.State.COMPLETE,
            Instant.parse("2020-06-01T00:00:00Z"),
            read,
            size,
            users.size(),
            items.size(),
            Instant.ofEpochMilli(Arrays.stream(times).min().orElse(0)),
            Instant.ofEpochMilli(last),
            refused,
            "f",
            "",
            0,
            0);
    return EventIndex.of(version, table, cancel -> session, Optional.of(otherTitles));
  }

  EventIndex index() {
    return index(Map.of());
  }
}
