package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.ImportRule;
import io.aisle.domain.experiment.EntityFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads mapping files (YAML). Relative paths count from the file's folder.
 *
 * <pre>{@code
 * files: [transactions.csv.gz]
 * licence: CC BY 4.0
 * columns: {user: CustomerID, item: StockCode, time: InvoiceDate}   # any role of ColumnRole
 * delimiter: comma                         # or tab, semicolon, bar, or the character itself
 * time: {format: yyyy-MM-dd HH:mm:ss, zone: Europe/London}
 * kind: purchase                           # of every event without a kind of its own
 * kinds: {addtocart: cart}                 # words of the file
 * rules:                                   # tried in order; the first that applies names the reason
 *   - {reason: no-customer, column: CustomerID, missing: true}
 *   - {reason: cancelled, column: InvoiceNo, matches: "C.*"}
 *   - {reason: not-a-product, column: StockCode, unless: "[0-9]{5}[A-Za-z]*"}
 *   - {reason: zero-price, column: UnitPrice, atMost: 0}
 *   - {reason: duplicate, duplicate: true}
 * items: {file: movies.csv, id: movieId, title: title, category: genres}
 * users: {file: users.csv, id: userId}
 * }</pre>
 */
public final class MappingReader {
  private static final Set<String> KEYS =
      keys(
          "columns",
          "delimiter",
          "time",
          "kind",
          "kinds",
          "rules",
          "items",
          "users",
          "files",
          "licence");
  private static final Set<String> ROLES =
      keys(Arrays.stream(ColumnRole.values()).map(ColumnRole::id).toArray(String[]::new));
  private static final List<String> TESTS =
      List.of("missing", "matches", "unless", "atMost", "duplicate");
  private static final Set<String> RULE_KEYS =
      keys("reason", "column", "missing", "matches", "unless", "atMost", "duplicate");

  private MappingReader() {}

  private static Set<String> keys(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }

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

  /**
   * @param file where the text stands, for errors and relative paths
   */
  static MappingFile parse(String yaml, Path file) {
    YamlMap map = YamlMap.parse(yaml, file, KEYS);
    Optional<YamlMap> time = map.map("time", keys("format", "zone"));
    Optional<String> format = time.flatMap(t -> t.text("format"));
    Optional<ZoneId> zone =
        time.flatMap(t -> t.value("zone", ZoneId::of, "must be a time zone such as Europe/London"));
    format.ifPresent(f -> new TimeParser(f, ZoneId.of("UTC")));
    ColumnMapping mapping =
        new ColumnMapping(
            columns(map),
            map.text("delimiter").map(text -> delimiter(map, text)),
            format,
            zone,
            kind(map, "kind"),
            kinds(map),
            map.maps("rules", RULE_KEYS).map(MappingReader::rules));
    return new MappingFile(
        mapping,
        map.texts("files").stream().map(name -> beside(file, name)).toList(),
        entity(map, "items", file),
        entity(map, "users", file),
        map.text("licence").orElse(""));
  }

  private static Path beside(Path file, String name) {
    return file.resolveSibling(name).normalize();
  }

  private static Map<ColumnRole, String> columns(YamlMap map) {
    Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
    map.map("columns", ROLES)
        .ifPresent(
            given -> {
              for (ColumnRole role : ColumnRole.values()) {
                given.text(role.id()).ifPresent(column -> columns.put(role, column));
              }
            });
    return columns;
  }

  private static char delimiter(YamlMap map, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "comma" -> ',';
      case "tab", "\\t" -> '\t';
      case "semicolon" -> ';';
      case "bar" -> '|';
      default -> {
        if (text.length() != 1) {
          throw map.wrong("delimiter", "must be comma, tab, semicolon, bar or one character");
        }
        yield text.charAt(0);
      }
    };
  }

  private static Optional<EventKind> kind(YamlMap map, String key) {
    List<String> known = Arrays.stream(EventKind.values()).map(EventKind::id).toList();
    return map.text(key)
        .map(
            text -> {
              if (!known.contains(text)) {
                throw map.wrong(key, "must be one of " + String.join(", ", known));
              }
              return EventKind.valueOf(text.toUpperCase(Locale.ROOT));
            });
  }

  private static Map<String, EventKind> kinds(YamlMap map) {
    Map<String, EventKind> kinds = new LinkedHashMap<>();
    for (String word : map.keys("kinds")) {
      kind(map.open("kinds"), word).ifPresent(kind -> kinds.put(word, kind));
    }
    return kinds;
  }

  private static List<ImportRule> rules(List<YamlMap> given) {
    List<ImportRule> rules = new ArrayList<>();
    for (YamlMap rule : given) {
      List<String> tests = TESTS.stream().filter(rule::has).toList();
      if (tests.size() != 1) {
        throw rule.wrong("reason", "needs exactly one of " + String.join(", ", TESTS));
      }
      rules.add(new ImportRule(rule.required("reason"), test(rule, tests.getFirst())));
    }
    return rules;
  }

  private static ImportRule.Test test(YamlMap rule, String test) {
    if (test.equals("duplicate")) {
      onlyTrue(rule, test);
      return new ImportRule.DuplicateLine();
    }
    String column = rule.required("column");
    return switch (test) {
      case "missing" -> {
        onlyTrue(rule, test);
        yield new ImportRule.Missing(column);
      }
      case "matches" -> new ImportRule.Matches(column, pattern(rule, test));
      case "unless" -> new ImportRule.Unless(column, pattern(rule, test));
      default -> new ImportRule.AtMost(column, rule.number(test));
    };
  }

  private static void onlyTrue(YamlMap rule, String test) {
    if (!rule.truth(test)) {
      throw rule.wrong(test, "can only be true: remove the rule instead");
    }
  }

  private static Pattern pattern(YamlMap rule, String key) {
    return rule.value(key, Pattern::compile, "must be a regular expression").orElseThrow();
  }

  private static Optional<EntityFile> entity(YamlMap map, String key, Path file) {
    return map.map(key, keys("file", "id", "title", "category"))
        .map(
            entity ->
                new EntityFile(
                    beside(file, entity.required("file")),
                    entity.required("id"),
                    entity.text("title"),
                    entity.text("category")));
  }
}
