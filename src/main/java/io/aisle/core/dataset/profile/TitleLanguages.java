package io.aisle.core.dataset.profile;

import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Titles that are not in the language of most titles that show one. */
final class TitleLanguages {
  private static final String UNKNOWN = "";

  private TitleLanguages() {}

  static Finding find(EventIndex index, CancelSignal cancel) {
    Catalogue catalogue = index.events().catalogue();
    List<String> languages = new ArrayList<>(catalogue.titles().size());
    Map<String, Integer> counts = new HashMap<>();
    for (String title : catalogue.titles()) {
      String language = TitleLanguage.of(title).orElse(UNKNOWN);
      languages.add(language);
      if (!language.isEmpty()) {
        counts.merge(language, 1, Integer::sum);
      }
      if (languages.size() % 4096 == 0) {
        cancel.check();
      }
    }
    String main =
        counts.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .orElse(UNKNOWN);
    return Finding.items(
        index,
        item -> !languages.get(item).isEmpty() && !languages.get(item).equals(main),
        0.02,
        1.1,
        item -> catalogue.titles().get(item) + " (" + languages.get(item) + ")");
  }
}
