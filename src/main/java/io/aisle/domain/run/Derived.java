package io.aisle.domain.run;

import java.time.Instant;
import java.util.List;

/**
 * How a run came from others, or from its own model's lists, by rules or by combination.
 *
 * @param parents the runs that it was made from; empty when its own model's lists were re-ranked
 * @param before what the parents' lists exposed, one for each parent; one for the model's own lists
 *     when there is no parent
 * @param after what this run's lists expose
 */
public record Derived(List<Parent> parents, List<Exposure> before, Exposure after) {
  /**
   * A run that another was made from.
   *
   * @param folder its last name then
   * @param model its id
   */
  public record Parent(String name, String folder, String model, long seed, Instant finished) {}
}
