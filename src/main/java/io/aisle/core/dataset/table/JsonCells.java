package io.aisle.core.dataset.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a JSON object as fields of columns. An object in it gives a column for each of its
 * keys ({@code user.id}), a list is one field of JSON text; what is absent or null is empty.
 * Confined to one thread.
 */
final class JsonCells {
  /** Text beyond this is refused as too long anyway. */
  static final int LONGEST_TEXT = 1 << 20;

  static final int DEEPEST = 100;
  private static final int MOST_KEYS = 2_001;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private final List<String> header;
  private final Map<String, Integer> columns = new HashMap<>();
  private final String[] values;

  JsonCells(List<String> header) {
    this.header = header;
    this.values = new String[header.size()];
    for (int i = 0; i < header.size(); i++) {
      columns.put(header.get(i), i);
    }
    clear();
  }

  static JsonFactory factory() {
    return FACTORY;
  }

  List<String> header() {
    return header;
  }

  String value(int column) {
    return values[column];
  }

  List<String> values() {
    return List.of(values);
  }

  void clear() {
    Arrays.fill(values, "");
  }

  /**
   * Reads an object whose first token is the current one.
   *
   * @throws IOException when it is broken, nested too deeply or has too long a text
   */
  void read(JsonParser parser) throws IOException {
    clear();
    read(parser, "");
  }

  private void read(JsonParser parser, String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        read(parser, name + ".");
        continue;
      }
      Integer column = columns.get(name.strip());
      if (column == null) {
        parser.skipChildren();
      } else {
        values[column] = text(parser, token);
      }
    }
  }

  private static String text(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return "";
    }
    if (token != JsonToken.START_ARRAY) {
      return parser.getText();
    }
    CutWriter text = new CutWriter(LONGEST_TEXT);
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.copyCurrentStructure(parser);
    }
    return text.toString();
  }

  /** Adds the columns of an object whose first token is the current one. */
  static void addColumns(JsonParser parser, Set<String> names) throws IOException {
    addColumns(parser, "", names);
  }

  private static void addColumns(JsonParser parser, String prefix, Set<String> names)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + parser.currentName();
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        addColumns(parser, name + ".", names);
      } else {
        parser.skipChildren();
        if (names.size() < MOST_KEYS) {
          names.add(name.strip());
        }
      }
    }
  }

  static Set<String> noColumns() {
    return new LinkedHashSet<>();
  }
}
