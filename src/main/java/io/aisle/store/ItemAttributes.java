package io.aisle.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import java.io.IOException;

/**
 * What is said of the items of versions, value by value, so that nobody needs room for all of it.
 * Thread-safe.
 */
public final class ItemAttributes {
  private final JsonFactory json = new JsonFactory();
  private final EntryScan entries;

  public ItemAttributes(Database database) {
    this.entries = new EntryScan(database);
  }

  /** Takes values, those of one item one after the other. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param item external id
     */
    void value(String item, String name, String value);
  }

  /**
   * All values that are no blanks, in the order of the items.
   *
   * @param items how many items the version has
   */
  public void all(long version, int items, CancelSignal cancel, Visitor visitor) {
    entries.items(
        version,
        items,
        cancel,
        item -> {
          if (item.attributes() != null) {
            read(item.item().name(), item.attributes(), visitor);
          }
        });
  }

  private void read(String item, String attributes, Visitor visitor) {
    try (JsonParser parser = json.createParser(attributes)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          String value = parser.nextTextValue();
          if (value != null && !value.isBlank()) {
            visitor.value(item, name, value);
          }
        }
      }
    } catch (IOException e) {
      throw new OperationException(Catalogues.DAMAGED, e);
    }
  }
}
