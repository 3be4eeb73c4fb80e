package io.aisle.core.neighbours;

import java.util.List;

/**
 * How much neighbourhoods differ between two runs, over the items that both have learned.
 *
 * @param k nearest items compared
 * @param overlap mean over the items; NaN when there are none
 * @param chance overlap to be expected of neighbours drawn at random
 * @param shift mean over the items; null unless both models have vectors
 * @param missing items of either run that the other does not have, or that one has not learned
 * @param items the most drifted first
 */
public record Drift(
    int k, double overlap, double chance, Double shift, int missing, List<ItemDrift> items) {
  public Drift {
    items = List.copyOf(items);
  }
}
