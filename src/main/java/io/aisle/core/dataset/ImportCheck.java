package io.aisle.core.dataset;

import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import would do with the first rows of its files.
 *
 * @param read rows that were looked at
 * @param whole whether these are all rows there are
 * @param refused rows refused by reason, in the order of the rules
 * @param refusals the first refused rows
 * @param words the words of the kind column, most frequent first
 * @param guess the mapping as the import would complete it
 * @param first earliest time of the events that would be taken; null without times
 * @param last latest time of them; null without times
 * @param named items of the sample that the item file describes; 0 without such a file
 */
public record ImportCheck(
    long read,
    boolean whole,
    long taken,
    Map<String, Long> refused,
    List<Refusal> refusals,
    List<Word> words,
    int users,
    int items,
    int named,
    Instant first,
    Instant last,
    MappingGuess guess) {
  /**
   * @param kind what it is taken for; empty: rows with it are refused
   */
  public record Word(String text, long rows, Optional<EventKind> kind) {}
}
