package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which header names are usual for which role, and for the columns of files beside events. */
final class RoleNames {
  private static final UsualWords WORDS = UsualWords.read("column-words.yaml");

  private RoleNames() {}

  /** The first of the role's usual names that a header has, as the header writes it. */
  static Optional<String> find(ColumnRole role, List<String> headers) {
    return find(role.id(), headers);
  }

  /**
   * @param what a key of the list of words
   */
  static Optional<String> find(String what, List<String> headers) {
    Map<String, String> plain = new HashMap<>();
    headers.forEach(header -> plain.putIfAbsent(UsualWords.plain(header), header));
    return WORDS.of(what).stream().map(plain::get).filter(Objects::nonNull).findFirst();
  }
}
