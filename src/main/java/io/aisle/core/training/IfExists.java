package io.aisle.core.training;

/** What happens to a run folder that is there already. */
public enum IfExists {
  /** It is left alone; a sentence says so. */
  REFUSE,
  /** Its training goes on after its last checkpoint; a complete run is left as it is. */
  RESUME,
  /** It is deleted first; a folder that holds no run is left alone. */
  REPLACE
}
