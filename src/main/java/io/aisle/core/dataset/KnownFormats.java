package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Formats that are recognised by their header or their rows, with what goes with them. Each is a
 * mapping file among the program's resources, with a title and what it is recognised by:
 *
 * <pre>{@code
 * format: {title: REES46, header: [event_time, event_type]}   # these columns, perhaps among others
 * format: {title: Tianchi, rows: ["[0-9]+", "pv|buy"]}        # no header: what each field looks like
 * }</pre>
 */
final class KnownFormats {
  private static final String FOLDER = "formats/";

  /** In the order in which they are tried. */
  private static final List<String> NAMES =
      List.of(
          "online-retail",
          "rees46",
          "retailrocket",
          "movielens",
          "movielens-rows",
          "movielens-items",
          "movielens-100k-items",
          "movielens-100k-users",
          "movielens-1m-users",
          "recbole",
          "recbole-session",
          "tianchi-rows",
          "tianchi-mobile",
          "amazon-2018",
          "amazon-2023");

  private static final List<KnownFormat> ALL = NAMES.stream().map(KnownFormats::read).toList();

  private static final Pattern CRITEO_LABEL = Pattern.compile("[01]");
  private static final Pattern CRITEO_NUMBER = Pattern.compile("(-?[0-9]+)?");
  private static final Pattern CRITEO_HASH = Pattern.compile("([0-9a-f]{8})?");
  private static final int CRITEO_NUMBERS = 13;
  private static final int CRITEO_COLUMNS = 40;

  private KnownFormats() {}

  /** The format of a file with these columns. */
  static Optional<KnownFormat> of(List<String> header) {
    return ALL.stream().filter(format -> format.hasHeader(header)).findFirst();
  }

  /**
   * The column names of a file without a line of them.
   *
   * @param rows its first rows
   * @throws InputException when its format is known to have no users and items
   */
  static Optional<List<String>> withoutHeader(Path file, List<List<String>> rows) {
    if (!rows.isEmpty() && rows.stream().allMatch(KnownFormats::criteo)) {
      throw new InputException(
          "%s holds Criteo rows (a label, 13 numbers, 26 hashed categories), which name neither users nor items: a data set needs both, give a log of events."
              .formatted(file));
    }
    return ALL.stream()
        .filter(format -> format.hasRows(rows))
        .findFirst()
        .map(format -> format.mapping().mapping().form().header());
  }

  private static boolean criteo(List<String> row) {
    if (row.size() != CRITEO_COLUMNS || !CRITEO_LABEL.matcher(row.getFirst()).matches()) {
      return false;
    }
    for (int i = 1; i < CRITEO_COLUMNS; i++) {
      Pattern field = i <= CRITEO_NUMBERS ? CRITEO_NUMBER : CRITEO_HASH;
      if (!field.matcher(row.get(i)).matches()) {
        return false;
      }
    }
    return true;
  }

  private static KnownFormat read(String name) {
    String resource = FOLDER + name + ".yaml";
    try (InputStream in = KnownFormats.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new OperationException(
            "The program is incomplete: " + resource + " is missing; install Aisle again.");
      }
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return parse(yaml, Path.of(resource));
    } catch (IOException e) {
      throw new OperationException(
          "The program is damaged: " + resource + " cannot be read; install Aisle again.", e);
    }
  }

  private static KnownFormat parse(String yaml, Path file) {
    YamlWording wording = new MappingWording(file);
    YamlMap map =
        YamlMap.of(YamlTree.read(yaml, wording).orElse(Map.of()), wording, MappingReader.keys());
    YamlMap format = map.map("format", "title", "header", "rows");
    return new KnownFormat(
        format.text("title"),
        texts(format, "header"),
        texts(format, "rows").stream().map(Pattern::compile).toList(),
        MappingReader.parse(map, file));
  }

  private static List<String> texts(YamlMap map, String key) {
    return map.has(key) ? map.list(key).stream().map(Object::toString).toList() : List.of();
  }
}
