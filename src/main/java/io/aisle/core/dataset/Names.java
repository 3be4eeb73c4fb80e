package io.aisle.core.dataset;

import io.aisle.domain.data.Unjoined;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names of one file that are looked for among those of another. Confined to one thread. */
final class Names {
  private static final int EXAMPLES = 5;

  private final String what;
  private final Set<String> known;
  private final Set<String> seen = new LinkedHashSet<>();

  /**
   * @param what the short name under which those that are missing are counted
   */
  Names(String what, Set<String> known) {
    this.what = what;
    this.known = known;
  }

  /** Whether a name is known. */
  boolean see(String name) {
    seen.add(name);
    return known.contains(name);
  }

  void seeAll(Iterable<String> names) {
    names.forEach(seen::add);
  }

  /** How many different names were seen. */
  private long all() {
    return seen.size();
  }

  /** How many of them are known. */
  private long known() {
    return seen.stream().filter(known::contains).count();
  }

  /** Some that are not. */
  private List<String> examples() {
    return seen.stream().filter(name -> !known.contains(name)).limit(EXAMPLES).toList();
  }

  /** The different names that are not known; empty when there are none. */
  Optional<Unjoined> missing() {
    long missing = all() - known();
    return missing == 0
        ? Optional.empty()
        : Optional.of(new Unjoined(what, missing, all(), examples()));
  }
}
