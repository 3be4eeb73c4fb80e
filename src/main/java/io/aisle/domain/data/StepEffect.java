package io.aisle.domain.data;

/**
 * What a step of cleaning did.
 *
 * @param step id of the step, see {@link CleaningStep#id}
 * @param changed events that stayed and whose values the step replaced
 */
public record StepEffect(String step, DataSize before, DataSize after, long changed) {
  /** Events that the step took away. */
  public long dropped() {
    return before.events() - after.events();
  }
}
