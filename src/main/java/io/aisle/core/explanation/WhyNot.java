package io.aisle.core.explanation;

import java.util.List;

/**
 * Why an item is not in a user's list, or where in it.
 *
 * @param k length of the list
 * @param place in the list as it is given, from 1; 0 when it is not in it
 * @param rank by the model's scores among what the user may be given, from 1
 * @param score of the item, in the model's own unit
 * @param last the last item of the list by the model's scores; null when nothing may be given
 * @param lastScore its score; NaN without it
 * @param gap how much the item lacks of that score; negative when it lacks none
 * @param rule the rule that keeps the item out, as in files, where the state is {@code BLOCKED} or
 *     {@code RULED_OUT}; else ""
 * @param additive whether the pulls are parts of the score, as of an {@link Explanation}
 * @param up history items that speak most for it, strongest first, at most three
 * @param down history items that speak most against it, strongest first, at most three
 * @param change the smallest change of history that was found to bring it into the list
 */
public record WhyNot(
    String user,
    Named item,
    int k,
    State state,
    int place,
    int rank,
    double score,
    Named last,
    double lastScore,
    double gap,
    String rule,
    boolean additive,
    List<Pull> up,
    List<Pull> down,
    Change change) {
  public WhyNot {
    up = List.copyOf(up);
    down = List.copyOf(down);
  }

  /** Where the item is. */
  public enum State {
    /** In the list. */
    LISTED,
    /** Behind its last item. */
    BELOW,
    /** Left out because the user has had it. */
    SEEN,
    /** Blocked by a rule. */
    BLOCKED,
    /** High enough for the model, moved out by a rule. */
    RULED_OUT
  }

  /**
   * What a history item adds to the score.
   *
   * @param at index within the history
   */
  public record Pull(int at, Named item, double amount) {}

  /**
   * A change of history.
   *
   * @param found whether one was found that brings the item into the list; never looked for where
   *     the item is listed or cannot be
   * @param removed history items to take away
   * @param added items to add as the newest, in this order
   * @param rank of the item then, from 1; 0 when none was found
   * @param tried how many changes were scored
   */
  public record Change(boolean found, List<Pull> removed, List<Named> added, int rank, int tried) {
    static final Change NONE = new Change(false, List.of(), List.of(), 0, 0);

    public Change {
      removed = List.copyOf(removed);
      added = List.copyOf(added);
    }
  }
}
