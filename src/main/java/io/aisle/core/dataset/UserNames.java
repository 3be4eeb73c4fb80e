package io.aisle.core.dataset;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/** The dictionary of users: dense numbers from 0 in the order of first appearance. */
final class UserNames {
  private static final int UNKNOWN = -1;

  private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
  private final List<String> names = new ArrayList<>();

  UserNames(List<String> known) {
    numbers.defaultReturnValue(UNKNOWN);
    known.forEach(this::number);
  }

  int size() {
    return names.size();
  }

  List<String> all() {
    return names;
  }

  /** The number of a user; a new one gets the next. */
  int number(String name) {
    int number = numbers.putIfAbsent(name, names.size());
    if (number != UNKNOWN) {
      return number;
    }
    names.add(name);
    return names.size() - 1;
  }
}
