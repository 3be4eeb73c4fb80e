package io.aisle.ui.training;

import io.aisle.core.lists.Preview;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One place of a list that is looked at.
 *
 * @param rank from 1
 * @param hit whether the user took the item afterwards
 * @param moved places that it rose, negative when it fell; {@link #NEW} when it was not there
 */
public record PreviewRow(int rank, String title, String category, boolean hit, int moved) {
  static final int NEW = Integer.MIN_VALUE;

  /**
   * @param earlier the list before; empty when it is this one
   */
  static List<PreviewRow> of(List<Preview.Place> list, List<Preview.Place> earlier) {
    List<String> items = earlier.stream().map(Preview.Place::item).toList();
    return IntStream.range(0, list.size())
        .mapToObj(
            at -> {
              Preview.Place place = list.get(at);
              int was = items.indexOf(place.item());
              int moved = earlier.isEmpty() ? 0 : was < 0 ? NEW : was - at;
              String title = place.title().isEmpty() ? place.item() : place.title();
              return new PreviewRow(at + 1, title, place.category(), place.hit(), moved);
            })
        .toList();
  }
}
