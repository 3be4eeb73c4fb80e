package io.aisle.core.training;

import io.aisle.core.dataset.EntityAttributes;
import io.aisle.core.dataset.EventTable;
import java.util.List;
import java.util.Optional;

/**
 * The attributes of a data set that models can read.
 *
 * @param user names of attributes of users
 * @param item names of attributes of items, with category and price
 */
public record SideOutline(List<String> user, List<String> item) {
  /** What can be read of the moment of an interaction. */
  public static List<String> moments() {
    return SideData.contextNames();
  }

  /** The outline of a data set. */
  public static SideOutline of(EventTable events, EntityAttributes attributes) {
    return new SideOutline(
        List.copyOf(SideData.users(attributes, events.catalogue()).names()),
        List.copyOf(SideData.items(attributes, Optional.of(events), events.catalogue()).names()));
  }
}
