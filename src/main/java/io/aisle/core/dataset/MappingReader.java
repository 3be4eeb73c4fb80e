package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.Treatment;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.JudgementFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads mapping files (YAML). Relative paths count from the file's folder.
 *
 * <pre>{@code
 * files: [transactions.csv.gz]
 * licence: CC BY 4.0
 * columns: {user: CustomerID, item: StockCode, time: InvoiceDate}   # any role of ColumnRole
 * delimiter: comma                         # or tab, semicolon, bar, or the characters themselves
 * quote: none                              # or the character; default "
 * encoding: GB18030                        # default: told or guessed from the bytes
 * header: [user, item, time]               # columns of a file without a line of headers
 * sheet: Orders                            # of a workbook; default: its first with events
 * time: {format: yyyy-MM-dd HH:mm:ss, zone: Europe/London}
 * kind: purchase                           # of every event without a kind of its own
 * kinds: {addtocart: cart}                 # words of the file
 * rules:                                   # tried in order; the first that applies names the reason
 *   - {reason: no-customer, column: CustomerID, missing: true}
 *   - {reason: cancelled, column: InvoiceNo, matches: "C.*"}
 *   - {reason: not-a-product, column: StockCode, unless: "[0-9]{5}[A-Za-z]*"}
 *   - {reason: zero-price, column: UnitPrice, atMost: 0}
 *   - {reason: duplicate, duplicate: true}
 * privacy: {email: drop, CustomerID: hash}   # of every file; hash: a pseudonym by a key
 * items: {file: movies.csv, id: movieId, title: title, category: genres}   # attributes: a JSON column
 * users: {file: users.csv, id: userId}
 * judgements: {file: grades.csv, query: query, item: docid, grade: rating}   # needs items
 * queries: {file: queries.tsv, id: query_id, query: query, category: query_class}
 * triples: {file: facts.tsv, head: head, relation: relation, tail: tail, attributes: [category]}
 * reviews: {file: reviews.csv, user: user, item: item, rating: stars, time: date, text: review}
 * properties: {files: [properties.csv], item: item, property: name, value: value}   # a row for each
 * }</pre>
 */
public final class MappingReader {
  private static final String[] ROLES =
      Arrays.stream(ColumnRole.values()).map(ColumnRole::id).toArray(String[]::new);

  private static final String[] KEYS = {
    "columns",
    "delimiter",
    "quote",
    "encoding",
    "header",
    "sheet",
    "time",
    "kind",
    "kinds",
    "rules",
    "privacy",
    "items",
    "users",
    "judgements",
    "queries",
    "triples",
    "reviews",
    "properties",
    "files",
    "licence"
  };

  private MappingReader() {}

  /** The part of {@link #readFile} that concerns the columns of the interaction file. */
  public static ColumnMapping read(Path yaml) {
    return readFile(yaml).mapping();
  }

  /**
   * @throws InputException naming the file and the key
   */
  public static MappingFile readFile(Path yaml) {
    if (!Files.isRegularFile(yaml)) {
      throw new InputException(
          "The mapping file %s does not exist: check the path.".formatted(yaml));
    }
    try {
      return parse(Files.readString(yaml), yaml);
    } catch (MalformedInputException e) {
      throw new InputException(
          "The mapping file %s is not UTF-8 text: save it as UTF-8.".formatted(yaml), e);
    } catch (IOException e) {
      throw new InputException(
          "The mapping file %s cannot be read (%s): check its permissions."
              .formatted(yaml, e.getMessage()),
          e);
    }
  }

  /** The keys of a mapping file, and of the formats that the program knows. */
  static String[] keys() {
    return Stream.concat(Stream.of(KEYS), Stream.of("format")).toArray(String[]::new);
  }

  /**
   * @param file where the text stands, for errors and relative paths
   * @throws InputException naming the file and the key
   */
  public static MappingFile parse(String yaml, Path file) {
    YamlWording wording = new MappingWording(file);
    Object tree = YamlTree.read(yaml, wording).orElse(Map.of());
    return parse(YamlMap.of(tree, wording, KEYS), file);
  }

  static MappingFile parse(YamlMap map, Path file) {
    Optional<YamlMap> time = map.optionalMap("time", "format", "zone");
    Optional<String> format = time.flatMap(t -> t.optional("format"));
    Optional<ZoneId> zone = time.flatMap(MappingReader::zone);
    format.ifPresent(f -> new TimeParser(f, ZoneId.of("UTC")));
    ColumnMapping mapping =
        new ColumnMapping(
            columns(map),
            FormReader.read(map),
            format,
            zone,
            map.constant("kind", EventKind.values()),
            kinds(map),
            RuleReader.read(map),
            privacy(map));
    return new MappingFile(
        mapping,
        files(map, file),
        entity(map, "items", file),
        entity(map, "users", file),
        judgements(map, file),
        FurtherReader.read(map, file),
        map.raw("licence").orElse(""));
  }

  private static Optional<ZoneId> zone(YamlMap time) {
    try {
      return time.optional("zone").map(ZoneId::of);
    } catch (DateTimeException e) {
      throw time.wrong("zone", "a time zone such as Europe/London");
    }
  }

  private static List<Path> files(YamlMap map, Path file) {
    List<Path> files = new ArrayList<>();
    if (map.has("files")) {
      for (Object name : map.list("files")) {
        files.add(
            beside(
                file,
                PlainValue.text(name).orElseThrow(() -> map.wrong("files", "a list of paths"))));
      }
    }
    return files;
  }

  static Path beside(Path file, String name) {
    return file.resolveSibling(name).normalize();
  }

  private static Map<ColumnRole, String> columns(YamlMap map) {
    Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
    map.optionalMap("columns", ROLES)
        .ifPresent(
            given -> {
              for (ColumnRole role : ColumnRole.values()) {
                given.raw(role.id()).ifPresent(column -> columns.put(role, column));
              }
            });
    return columns;
  }

  private static Map<String, EventKind> kinds(YamlMap map) {
    Map<String, EventKind> kinds = new LinkedHashMap<>();
    map.optionalMap("kinds")
        .ifPresent(
            given -> {
              for (String word : given.values().keySet()) {
                given.constant(word, EventKind.values()).ifPresent(kind -> kinds.put(word, kind));
              }
            });
    return kinds;
  }

  private static Map<String, Treatment> privacy(YamlMap map) {
    Map<String, Treatment> privacy = new LinkedHashMap<>();
    map.optionalMap("privacy")
        .ifPresent(
            given -> {
              for (String column : given.values().keySet()) {
                given
                    .constant(column, Treatment.values())
                    .ifPresent(treatment -> privacy.put(column, treatment));
              }
            });
    return privacy;
  }

  private static Optional<EntityFile> entity(YamlMap map, String key, Path file) {
    return map.optionalMap(key, "file", "id", "title", "category", "attributes", "image")
        .map(
            entity ->
                new EntityFile(
                    beside(file, entity.text("file")),
                    entity.text("id"),
                    entity.optional("title"),
                    entity.optional("category"),
                    entity.optional("attributes")));
  }

  private static Optional<JudgementFile> judgements(YamlMap map, Path file) {
    return map.optionalMap("judgements", "file", "query", "item", "grade")
        .map(
            grades ->
                new JudgementFile(
                    beside(file, grades.text("file")),
                    grades.text("query"),
                    grades.text("item"),
                    grades.text("grade")));
  }
}
