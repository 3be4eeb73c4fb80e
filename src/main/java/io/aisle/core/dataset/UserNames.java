package io.aisle.core.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The dictionary of users: dense numbers from 0 in the order of first appearance. */
final class UserNames {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  UserNames(List<String> known) {
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
    Integer number = numbers.putIfAbsent(name, names.size());
    if (number != null) {
      return number;
    }
    names.add(name);
    return names.size() - 1;
  }
}
