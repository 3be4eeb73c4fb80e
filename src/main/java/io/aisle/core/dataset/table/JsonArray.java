package io.aisle.core.dataset.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.aisle.domain.InputException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objects of a JSON array, read one by one; its columns are the keys of the first thousand. An
 * element that is no object is a damaged row; broken JSON ends the reading, since nobody knows
 * where the next element begins. Confined to one thread.
 */
final class JsonArray extends JsonRows {
  private final JsonParser parser;

  private JsonArray(DataFile file, TextFile text, List<String> header) throws IOException {
    super(file, text, header);
    this.parser = JsonCells.factory().createParser(text.reader());
    parser.nextToken();
  }

  /**
   * @throws InputException when the file cannot be read or none of its first elements is an object
   */
  static JsonArray open(DataFile file, Optional<Charset> encoding) {
    List<String> header = header(file, encoding);
    TextFile text = TextFile.open(file, encoding);
    try {
      return new JsonArray(file, text, header);
    } catch (IOException e) {
      text.closeOf(file.path());
      throw broken(file, 0, e);
    }
  }

  private static List<String> header(DataFile file, Optional<Charset> encoding) {
    Set<String> names = JsonCells.noColumns();
    int seen = 1;
    try (TextFile text = TextFile.open(file, encoding);
        JsonParser parser = JsonCells.factory().createParser(text.reader())) {
      parser.nextToken();
      JsonToken token = parser.nextToken();
      while (seen < SAMPLE_ROWS && token != JsonToken.END_ARRAY && token != null) {
        if (token == JsonToken.START_OBJECT) {
          JsonCells.addColumns(parser, names);
        } else {
          parser.skipChildren();
        }
        seen++;
        token = parser.nextToken();
      }
    } catch (IOException e) {
      throw broken(file, seen, e);
    }
    if (names.isEmpty()) {
      throw new InputException(
          "%s is a JSON list without objects in it: give a list of objects with the same keys."
              .formatted(file.path()));
    }
    return Header.of(file.path(), List.copyOf(names));
  }

  private static InputException broken(DataFile file, long row, IOException cause) {
    if (!(cause instanceof JsonProcessingException json)) {
      return ReadFailure.of(file.path(), row, cause);
    }
    if (cause instanceof StreamConstraintsException) {
      return new InputException(
          "%s, row %d: the JSON is nested more than %d deep or has a text of more than %d characters: export it as a table."
              .formatted(file.path(), row, JsonCells.DEEPEST, JsonCells.LONGEST_TEXT),
          cause);
    }
    return new InputException(
        "%s, row %d: the JSON is broken (%s): mend or export it again."
            .formatted(file.path(), row, json.getOriginalMessage().lines().findFirst().orElse("")),
        cause);
  }

  @Override
  public boolean next() {
    try {
      count();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_ARRAY || token == null) {
        return false;
      }
      damage(token == JsonToken.START_OBJECT ? Damage.NONE : Damage.NO_OBJECT);
      if (token == JsonToken.START_OBJECT) {
        cells().read(parser);
      } else {
        cells().clear();
        parser.skipChildren();
      }
      return true;
    } catch (IOException e) {
      throw broken(file(), row(), e);
    }
  }

  /** The object with its keys, written anew: its text was not kept. */
  @Override
  public String rawLine() {
    CutWriter raw = new CutWriter(RAW_LIMIT);
    try (JsonGenerator generator = JsonCells.factory().createGenerator(raw)) {
      generator.writeStartObject();
      for (int i = 0; i < fieldCount(); i++) {
        if (!field(i).isEmpty()) {
          generator.writeStringField(header().get(i), field(i));
        }
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("texts can always be written", e);
    }
    return raw.toString();
  }
}
