package io.aisle.core.dataset.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which users or items came and went.
 *
 * @param stayed in both versions
 * @param lost in the version before alone
 * @param gained in the version after alone
 * @param someLost external ids of a few that were lost, in the order of the version
 * @param someGained external ids of a few that were gained
 */
public record Turnover(
    int stayed, int lost, int gained, List<String> someLost, List<String> someGained) {
  private static final int EXAMPLES = 20;

  static Turnover of(List<String> before, List<String> after) {
    Set<String> had = new HashSet<>(before);
    Set<String> have = new HashSet<>(after);
    List<String> lost = new ArrayList<>(before);
    lost.removeIf(have::contains);
    List<String> gained = new ArrayList<>(after);
    gained.removeIf(had::contains);
    return new Turnover(
        before.size() - lost.size(), lost.size(), gained.size(), some(lost), some(gained));
  }

  private static List<String> some(List<String> names) {
    return List.copyOf(names.subList(0, Math.min(EXAMPLES, names.size())));
  }
}
