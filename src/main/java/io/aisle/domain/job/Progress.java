package io.aisle.domain.job;

/**
 * How far a job is.
 *
 * @param phase a stable lower-case word for what is being done ("reading", "training", ...), the
 *     key of a text in the user's language
 * @param done units done, at least 0
 * @param total units in all; 0 when unknown
 * @param remaining time that whoever does the work expects it to take still
 */
public record Progress(String phase, long done, long total, Remaining remaining) {
  public static final Progress NONE = new Progress("waiting", 0, 0);

  /** It runs and has said nothing yet. */
  public static final Progress STARTING = new Progress("starting", 0, 0);

  /** Nothing is known of the time. */
  public Progress(String phase, long done, long total) {
    this(phase, done, total, Remaining.UNKNOWN);
  }

  /** The share done, 0 to 1, or -1 when the total is unknown. */
  public double fraction() {
    return total <= 0 ? -1 : Math.min(1.0, (double) done / total);
  }
}
