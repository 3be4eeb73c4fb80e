package io.aisle.core.neighbours;

import java.util.List;

/**
 * The items that a model holds for nearest to one.
 *
 * @param item external id
 * @param title "" when unknown
 * @param nearest the nearest first; fewer than asked for where the model knows no more, none for an
 *     item that it never learned
 */
public record Neighbourhood(String item, String title, Measure measure, List<Neighbour> nearest) {
  public Neighbourhood {
    nearest = List.copyOf(nearest);
  }
}
