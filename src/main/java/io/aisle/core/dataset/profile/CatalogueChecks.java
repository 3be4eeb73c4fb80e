package io.aisle.core.dataset.profile;

import io.aisle.domain.data.Catalogue;
import java.util.List;
import java.util.Map;

/** What is said of items, and what is not. */
final class CatalogueChecks {
  private CatalogueChecks() {}

  static Finding noTitle(EventIndex index) {
    List<String> titles = index.events().catalogue().titles();
    return Finding.items(index, item -> titles.get(item).isEmpty(), 0.05, 1.1);
  }

  static Finding severalTitles(EventIndex index) {
    Map<Integer, List<String>> others = index.otherTitles().orElse(Map.of());
    List<String> titles = index.events().catalogue().titles();
    return Finding.items(
        index,
        others::containsKey,
        1.1,
        1.1,
        item -> titles.get(item) + " / " + others.get(item).getFirst());
  }

  /** Whether some item has a category, without which none can be missing. */
  static boolean categorised(EventIndex index) {
    return index.events().catalogue().categories().stream().anyMatch(each -> !each.isEmpty());
  }

  static Finding noCategory(EventIndex index) {
    Catalogue catalogue = index.events().catalogue();
    return Finding.items(
        index, item -> catalogue.categories().get(item).isEmpty(), 0.05, 0.5, catalogue::label);
  }
}
