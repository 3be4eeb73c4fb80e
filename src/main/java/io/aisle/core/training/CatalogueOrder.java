package io.aisle.core.training;

import io.aisle.domain.data.Catalogue;
import io.aisle.ml.data.Interactions;
import java.util.List;

/**
 * Puts users and items in the order of their ids. Dense indices, and with them everything seeded by
 * them (splits, first embeddings, ties), then depend on what the data say and not on the order of
 * their rows, and a run that is repeated from its own folder finds the same indices.
 */
final class CatalogueOrder {
  private CatalogueOrder() {}

  /** The interactions over the sorted catalogue. */
  static Sorted sorted(Catalogue catalogue, Interactions interactions) {
    int[] users = Dictionary.sortedPlaces(catalogue.users());
    int[] items = Dictionary.sortedPlaces(catalogue.items());
    Catalogue ordered =
        new Catalogue(
            moved(catalogue.users(), users),
            moved(catalogue.items(), items),
            moved(catalogue.titles(), items),
            moved(catalogue.categories(), items));
    return new Sorted(ordered, moved(interactions, users, items));
  }

  private static List<String> moved(List<String> texts, int[] places) {
    String[] moved = new String[texts.size()];
    for (int i = 0; i < moved.length; i++) {
      moved[places[i]] = texts.get(i);
    }
    return List.of(moved);
  }

  private static Interactions moved(Interactions from, int[] users, int[] items) {
    int[] offsets = new int[from.users() + 1];
    for (int u = 0; u < from.users(); u++) {
      offsets[users[u] + 1] = from.length(u);
    }
    for (int u = 0; u < from.users(); u++) {
      offsets[u + 1] += offsets[u];
    }
    int[] item = new int[from.size()];
    float[] value = new float[from.size()];
    long[] time = new long[from.hasTimes() ? from.size() : 0];
    for (int u = 0; u < from.users(); u++) {
      int to = offsets[users[u]];
      for (int at = from.offsets()[u]; at < from.offsets()[u + 1]; at++, to++) {
        item[to] = items[from.item()[at]];
        value[to] = from.value()[at];
        if (time.length > 0) {
          time[to] = from.time()[at];
        }
      }
    }
    return new Interactions(from.users(), from.items(), offsets, item, value, time);
  }

  /** Interactions over a catalogue in the order of ids. */
  record Sorted(Catalogue catalogue, Interactions interactions) {}
}
