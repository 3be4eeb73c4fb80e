package io.aisle.domain.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * Queries of the analyst; kept in the workspace.
 *
 * @param history those that were run, newest first, without doubles
 * @param saved those with a name, in the order in which they were saved
 */
public record KeptQueries(List<String> history, List<Saved> saved) {
  public static final KeptQueries NONE = new KeptQueries(List.of(), List.of());

  /** Queries that the history holds. */
  private static final int KEPT = 100;

  public KeptQueries {
    history = List.copyOf(history);
    saved = List.copyOf(saved);
  }

  /** One with a name. */
  public record Saved(String name, String sql) {}

  /** The same with a query run last. */
  public KeptQueries ran(String sql) {
    List<String> next = new ArrayList<>(history);
    next.remove(sql);
    next.addFirst(sql);
    return new KeptQueries(next.subList(0, Math.min(KEPT, next.size())), saved);
  }

  /** The same with a query under a name; one of that name is replaced. */
  public KeptQueries with(String name, String sql) {
    List<Saved> next = new ArrayList<>(saved);
    next.removeIf(each -> each.name().equals(name));
    next.add(new Saved(name, sql));
    return new KeptQueries(history, next);
  }

  /** The same without the query of a name. */
  public KeptQueries without(String name) {
    return new KeptQueries(
        history, saved.stream().filter(each -> !each.name().equals(name)).toList());
  }

  /** The same with nothing that was run. */
  public KeptQueries withoutHistory() {
    return new KeptQueries(List.of(), saved);
  }
}
