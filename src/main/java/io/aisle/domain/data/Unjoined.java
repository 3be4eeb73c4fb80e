package io.aisle.domain.data;

import java.util.List;

/**
 * Entries of one file of an import that have no counterpart in another.
 *
 * @param what short name, such as {@code users-of-reviews}
 * @param count how many
 * @param of among how many
 * @param examples a few of them
 */
public record Unjoined(String what, long count, long of, List<String> examples) {
  public Unjoined {
    examples = List.copyOf(examples);
  }
}
