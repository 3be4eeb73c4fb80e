package io.aisle.core.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What files that were chosen are.
 *
 * @param events those with a user and an item in each row, of one kind; all that were chosen when
 *     there are none such
 * @param items those with an item and no user in each row
 * @param beside users, grades, queries, triples and reviews among the others
 * @param left those that are nothing of it
 * @param described what they say when there are no events among them; empty when that is nothing
 */
public record FileSorting(
    List<Path> events,
    List<Path> items,
    Beside beside,
    List<Path> left,
    Optional<DescribedFiles> described) {
  public FileSorting {
    events = List.copyOf(events);
    items = List.copyOf(items);
    left = List.copyOf(left);
  }
}
