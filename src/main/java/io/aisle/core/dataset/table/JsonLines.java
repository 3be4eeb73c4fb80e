package io.aisle.core.dataset.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.aisle.domain.InputException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objects of a file with one JSON object on each line; its columns are the keys of the first
 * thousand. A line that is no object is a damaged row, those after it are read. Confined to one
 * thread.
 */
final class JsonLines extends JsonRows {
  private final LineReader lines;
  private String line = "";

  private JsonLines(DataFile file, TextFile text, List<String> header) {
    super(file, text, header);
    this.lines = new LineReader(text.reader());
  }

  /**
   * @throws InputException when the file cannot be read or none of its first lines is an object
   */
  static JsonLines open(DataFile file, Optional<Charset> encoding) {
    List<String> header = header(file, encoding);
    return new JsonLines(file, TextFile.open(file, encoding), header);
  }

  private static List<String> header(DataFile file, Optional<Charset> encoding) {
    Set<String> names = JsonCells.noColumns();
    try (TextFile text = TextFile.open(file, encoding)) {
      LineReader lines = new LineReader(text.reader());
      int seen = 0;
      for (String line = lines.next(); line != null; line = lines.next()) {
        try (JsonParser parser = JsonCells.factory().createParser(line)) {
          if (!lines.cut() && parser.nextToken() == JsonToken.START_OBJECT) {
            JsonCells.addColumns(parser, names);
          }
        } catch (JsonProcessingException e) {
          // this line will be refused as a row; the others have the columns
        }
        if (++seen == SAMPLE_ROWS) {
          break;
        }
      }
    } catch (IOException e) {
      throw ReadFailure.of(file.path(), 0, e);
    }
    if (names.isEmpty()) {
      throw new InputException(
          "%s begins like JSON, but no line of it is a whole object: write one object on each line, or a list of objects."
              .formatted(file.path()));
    }
    return Header.of(file.path(), List.copyOf(names));
  }

  @Override
  public boolean next() {
    try {
      do {
        line = lines.next();
        count();
      } while (line != null && line.isBlank());
      if (line == null) {
        return false;
      }
      parse();
      return true;
    } catch (IOException e) {
      throw ReadFailure.of(file().path(), row(), e);
    }
  }

  private void parse() throws IOException {
    damage(lines.cut() ? Damage.TOO_LONG : Damage.NONE);
    cells().clear();
    if (lines.cut()) {
      return;
    }
    try (JsonParser parser = JsonCells.factory().createParser(line)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        cells().read(parser);
        damage(parser.nextToken() == null ? Damage.NONE : Damage.NO_OBJECT);
      } else {
        damage(Damage.NO_OBJECT);
      }
    } catch (JsonProcessingException e) {
      damage(Damage.NO_OBJECT);
    }
  }

  @Override
  public String rawLine() {
    return line.substring(0, Math.min(RAW_LIMIT, line.length()));
  }
}
