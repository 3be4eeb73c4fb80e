package io.aisle.core.neighbours;

import java.util.List;

/**
 * Items as points of a plane.
 *
 * @param seed that chance was drawn from
 * @param kept share of the variance that the plane keeps, 0 to 1; null where the projection knows
 *     none
 * @param item external ids, in the order of the catalogue
 * @param x {@code [items]}
 * @param y {@code [items]}
 * @param unlearned items that are not on the map because their vector is 0
 * @param rare items that are not on the map because there are too many, the least popular
 */
public record ItemMap(
    Projection projection,
    long seed,
    Double kept,
    List<String> item,
    double[] x,
    double[] y,
    int unlearned,
    int rare) {
  /** Items that are drawn at most. */
  public static final int MOST = 20_000;

  public ItemMap {
    item = List.copyOf(item);
  }
}
