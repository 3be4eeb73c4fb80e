package io.aisle.core.dataset;

import io.aisle.domain.data.EventKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the words of a kind column mean. Confined to one thread. */
final class KindWords {
  private static final Map<String, String> USUAL = UsualWords.read("kind-words.yaml").meanings();

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
    String word = text.toLowerCase(Locale.ROOT); // a kind's own name must stand as it is
    String meant = USUAL.getOrDefault(UsualWords.plain(text), word);
    return Arrays.stream(EventKind.values()).filter(kind -> kind.id().equals(meant)).findFirst();
  }
}
