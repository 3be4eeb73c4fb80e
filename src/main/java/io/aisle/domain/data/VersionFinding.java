package io.aisle.domain.data;

/**
 * What a look at a store has found of a version of a data set.
 *
 * @param events that it should have
 * @param found events that can be read
 */
public record VersionFinding(String dataset, int version, long events, long found, Fate fate) {
  /** Whether it can be used. */
  public enum Fate {
    /** All of it is there: events counted, and their fingerprint is the one of the import. */
    WHOLE,
    /** Its import was cut off before; nothing of that is lost. */
    UNFINISHED,
    /** Something of it is lost: it is empty after a repair, and can be imported again. */
    LOST
  }
}
