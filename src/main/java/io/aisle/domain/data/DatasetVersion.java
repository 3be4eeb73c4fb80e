package io.aisle.domain.data;

import java.time.Instant;
import java.util.Map;

/**
 * A version of a data set in the workspace.
 *
 * @param id key in the store
 * @param source names of the imported files
 * @param fingerprint SHA-256 over the events, in hex; empty until complete
 * @param state whether the version can be used
 * @param firstTime earliest event; null when the events have no time
 * @param lastTime latest event; null when the events have no time
 * @param queries queries that have grades
 * @param judgements graded pairs of query and item
 */
public record DatasetVersion(
    long id,
    String dataset,
    int version,
    String source,
    State state,
    Instant imported,
    long read,
    long events,
    int users,
    int items,
    Instant firstTime,
    Instant lastTime,
    Map<String, Long> refused,
    String fingerprint,
    String licence,
    int queries,
    long judgements) {
  /** Whether a model can be trained on it: a catalogue without events teaches nothing of users. */
  public boolean trainable() {
    return state == State.COMPLETE && events > 0;
  }

  /** Life of a version. An incomplete one is invisible to training. */
  public enum State {
    IMPORTING,
    INTERRUPTED,
    COMPLETE
  }
}
