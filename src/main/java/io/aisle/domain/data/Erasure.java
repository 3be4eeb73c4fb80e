package io.aisle.domain.data;

import java.time.Instant;
import java.util.List;

/**
 * That a user was erased, or is being.
 *
 * @param names of the user; empty as soon as nothing is left to look for
 * @param dataset whose versions only; "" for all data sets
 * @param events that went
 * @param runs folder names of the runs that had learned from the user
 */
public record Erasure(
    long id,
    State state,
    List<String> names,
    String dataset,
    Instant begun,
    long events,
    List<String> runs) {
  /** How far it is. */
  public enum State {
    /** Something of the user may be left anywhere. */
    BEGUN,
    /** Only the store's file may still hold pages that it does not use any more. */
    COMPACTING,
    DONE
  }
}
