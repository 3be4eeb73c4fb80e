package io.aisle.domain.tuning;

import io.aisle.domain.model.ModelKind;
import java.util.List;

/**
 * One configuration of a search and what came of it.
 *
 * @param number within the search, from 1
 * @param settings what it sets differently from the experiment
 * @param results one for each rung that it has finished; empty before the first
 * @param failure why it failed; empty when it did not
 */
public record Trial(
    int number,
    ModelKind kind,
    TrialSettings settings,
    State state,
    List<Result> results,
    String failure) {
  public Trial {
    results = List.copyOf(results);
  }

  /** Where a trial stands. */
  public enum State {
    WAITING,
    RUNNING,
    /** Finished its rung; in a halving it may go on. */
    DONE,
    FAILED
  }

  /**
   * What a rung came to.
   *
   * @param limit epochs allowed
   * @param epochs passes that were run in all
   * @param bestEpoch the pass with the value
   * @param value of the monitored metric on the validation part
   * @param seconds wall time of this rung
   */
  public record Result(int limit, int epochs, int bestEpoch, double value, double seconds) {}

  /** The value on the validation part so far; NaN when there is none. */
  public double value() {
    return results.isEmpty() ? Double.NaN : results.getLast().value();
  }

  /** Wall time of all its rungs. */
  public double seconds() {
    return results.stream().mapToDouble(Result::seconds).sum();
  }

  /** Passes that were run. */
  public int epochs() {
    return results.isEmpty() ? 0 : results.getLast().epochs();
  }

  public boolean finished() {
    return state == State.DONE && !results.isEmpty();
  }
}
