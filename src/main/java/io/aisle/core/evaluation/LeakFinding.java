package io.aisle.core.evaluation;

/**
 * One way in which figures may be better than life.
 *
 * @param kind what was looked for
 * @param count how many cases there are, at least 1
 * @param byDesign whether the kind of split brings it with it, so that it is said but not alarming
 * @param sentence for the user, with the count in it
 */
public record LeakFinding(Kind kind, long count, boolean byDesign, String sentence) {
  /** What the checks look for. */
  public enum Kind {
    /** A validation or test event that lies before an event of the same user it is judged after. */
    TIME_ORDER,
    /** The same user and item in two parts. */
    DUPLICATES,
    /** Test items without a training event. */
    UNTRAINED_ITEMS,
    /** Test users without a training event. */
    UNTRAINED_USERS,
    /** Items of the training part that appear only after the first test event. */
    FUTURE_ITEMS
  }
}
