package io.aisle.core.training;

import io.aisle.core.dataset.EntityAttributes;
import io.aisle.core.dataset.EventTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /**
   * The outline of a data set.
   *
   * @param user names of attributes of users
   * @param item names of attributes of items, without category and price unless they are such
   */
  public static SideOutline of(EventTable events, List<String> user, List<String> item) {
    EntityAttributes none = EntityAttributes.NONE;
    Set<String> known = SideData.items(none, Optional.of(events), events.catalogue()).names();
    Set<String> names = new LinkedHashSet<>();
    known.stream().filter(SideData.CATEGORY::equals).forEach(names::add);
    names.addAll(item);
    names.addAll(known);
    return new SideOutline(user, List.copyOf(names));
  }
}
