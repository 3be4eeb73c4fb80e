package io.aisle.domain.experiment;

import java.util.Locale;

/**
 * One thing that a model reads of a user, of the moment, of the history or of an item.
 *
 * @param attribute name of the attribute or of what is read of the moment; "" for the id of a user
 *     or an item, and for the history
 */
public record FieldName(Side side, String attribute) {
  /** What it belongs to. */
  public enum Side {
    USER,
    CONTEXT,
    HISTORY,
    ITEM
  }

  /** In one word, such as {@code user}, {@code item.category} or {@code context.hour}. */
  public String id() {
    String owner = side.name().toLowerCase(Locale.ROOT);
    return attribute.isEmpty() ? owner : owner + "." + attribute;
  }
}
