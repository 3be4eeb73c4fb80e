package io.aisle.core.dataset;

import io.aisle.domain.data.EventKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the words of a kind column mean. Confined to one thread. */
final class KindWords {
  private static final Map<String, EventKind> USUAL =
      Map.ofEntries(
          Map.entry("addtocart", EventKind.CART),
          Map.entry("add_to_cart", EventKind.CART),
          Map.entry("transaction", EventKind.PURCHASE),
          Map.entry("buy", EventKind.PURCHASE),
          Map.entry("order", EventKind.PURCHASE),
          Map.entry("pv", EventKind.VIEW),
          Map.entry("rate", EventKind.RATING));

  private static final int MOST_KNOWN = 1_000;

  private final Map<String, Optional<EventKind>> known = new HashMap<>();
  private final Map<String, EventKind> named;
  private final Optional<EventKind> silent;

  /**
   * @param named what a mapping says about words
   * @param silent the kind of an event without a word
   */
  KindWords(Map<String, EventKind> named, EventKind silent) {
    this.named = named;
    this.silent = Optional.of(silent);
  }

  Optional<EventKind> of(String text) {
    if (text.isEmpty()) {
      return silent;
    }
    Optional<EventKind> kind = known.get(text);
    if (kind == null) {
      kind = meaning(text);
      if (known.size() < MOST_KNOWN) {
        known.put(text, kind);
      }
    }
    return kind;
  }

  private Optional<EventKind> meaning(String text) {
    EventKind given = named.get(text);
    if (given != null) {
      return Optional.of(given);
    }
    String word = text.toLowerCase(Locale.ROOT);
    for (EventKind kind : EventKind.values()) {
      if (kind.id().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.ofNullable(USUAL.get(word));
  }
}
