package io.aisle.ui.items;

import io.aisle.core.neighbours.ItemTraits;

/**
 * An item in a table.
 *
 * @param place index in the traits of the run's items
 * @param price NaN when unknown
 * @param users how many users of the training part had it
 * @param near how near it is to the open item; NaN where that is not asked
 * @param also whether it is near in the other run, too; false without another run
 * @param overlap of its neighbourhoods in both runs; NaN without another run
 * @param shift of its vectors between both runs; NaN where there is none
 */
public record ItemRow(
    int place,
    String item,
    String name,
    String category,
    double price,
    int users,
    double near,
    boolean also,
    double overlap,
    double shift) {
  static ItemRow of(
      ItemTraits traits, int place, double near, boolean also, double overlap, double shift) {
    return new ItemRow(
        place,
        traits.item().get(place),
        traits.label(place),
        traits.category().get(place),
        traits.price()[place],
        traits.users()[place],
        near,
        also,
        overlap,
        shift);
  }
}
