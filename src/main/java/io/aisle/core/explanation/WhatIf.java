package io.aisle.core.explanation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What runs recommend after edits of a history.
 *
 * @param moment that the lists are made for; null when the data have no times
 * @param history after the edits, oldest first
 * @param lists one for each run, in the order asked for
 */
public record WhatIf(String user, Instant moment, List<Place> history, List<RunList> lists) {
  public WhatIf {
    history = List.copyOf(history);
    lists = List.copyOf(lists);
  }

  /**
   * One place of the history.
   *
   * @param value what the model counts it
   * @param time null when the data have none
   */
  public record Place(Named item, double value, Instant time) {}

  /**
   * A run's list.
   *
   * @param folder of the run
   * @param stored whether the model stores something about the user: then its list from the history
   *     alone is not its usual one
   * @param list best first
   */
  public record RunList(Path folder, boolean stored, List<Entry> list) {
    public RunList {
      list = List.copyOf(list);
    }
  }

  /**
   * One place of a list.
   *
   * @param rank from 1
   * @param before its rank before the edits, from the history alone; 0 when not among the first
   *     hundred
   * @param hit whether it is among the user's test items
   */
  public record Entry(int rank, Named item, double score, int before, boolean hit) {}
}
