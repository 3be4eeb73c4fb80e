package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One mapping of a YAML file, read strictly: a key that is not known is an error, and every error
 * names file and dotted key. What is read wrongly throws an {@link InputException}. Immutable.
 */
public final class YamlMap {
  private final Map<String, Object> values;
  private final String parent;
  private final YamlWording wording;

  /**
   * @param parent the dotted path with its last dot, such as "split."; "" for the whole file
   */
  private YamlMap(Map<String, Object> values, String parent, YamlWording wording) {
    this.values = values;
    this.parent = parent;
    this.wording = wording;
  }

  /**
   * The whole file.
   *
   * @param known the keys that it may hold
   */
  public static YamlMap of(Object tree, YamlWording wording, String... known) {
    return of(tree, "", wording, List.of(known));
  }

  @SuppressWarnings("unchecked")
  private static YamlMap of(
      Object tree, String key, YamlWording wording, Collection<String> known) {
    if (!(tree instanceof Map<?, ?> map)) {
      throw wording.noMapping(key, tree);
    }
    String parent = key.isEmpty() ? "" : key + ".";
    for (Object each : map.keySet()) {
      if (!known.isEmpty() && !known.contains(each)) {
        throw wording.unknown(parent, String.valueOf(each), known);
      }
    }
    return new YamlMap((Map<String, Object>) map, parent, wording);
  }

  /** Whether a key has a value. */
  public boolean has(String key) {
    return values.get(key) != null;
  }

  /** The keys as they stand, for those who check them themselves. */
  public Map<String, Object> values() {
    return values;
  }

  /** The full name of a key in a sentence, with the file. */
  public String name(String key) {
    return wording.name(parent + key);
  }

  /** The error of a key whose value is not what it must be. */
  public InputException wrong(String key, String wanted) {
    return wording.wrong(parent + key, values.get(key), wanted);
  }

  public Object required(String key) {
    Object value = values.get(key);
    if (value == null) {
      throw wording.missing(parent + key);
    }
    return value;
  }

  /**
   * A mapping below this one, which must be there.
   *
   * @param known its keys; none: they are free, or the caller checks them
   */
  public YamlMap map(String key, String... known) {
    return of(required(key), parent + key, wording, List.of(known));
  }

  /** A mapping below this one that says nothing, for a key without a value. */
  public YamlMap empty(String key) {
    return new YamlMap(Map.of(), parent + key + ".", wording);
  }

  /** As {@link #map}, where there need not be one. */
  public Optional<YamlMap> optionalMap(String key, String... known) {
    return has(key) ? Optional.of(map(key, known)) : Optional.empty();
  }

  /** A list of mappings, which need not be there. */
  public Optional<List<YamlMap>> optionalMaps(String key, String... known) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (!(values.get(key) instanceof List<?> entries)) {
      throw wrong(key, "a list, such as [a, b]");
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Object entry : entries) {
      String place = "%s%s[%d]".formatted(parent, key, maps.size());
      maps.add(of(entry, place, wording, List.of(known)));
    }
    return Optional.of(maps);
  }

  /** A list that is not empty; a single value stands for a list of one. */
  public List<Object> list(String key) {
    Object value = required(key);
    List<Object> list = value instanceof List<?> many ? new ArrayList<>(many) : List.of(value);
    if (list.isEmpty()) {
      throw wording.empty(parent + key);
    }
    return list;
  }

  /** A text that is there and not blank. */
  public String text(String key) {
    required(key);
    return optional(key).orElseThrow();
  }

  /** A text that is not blank; empty when the key is not there. */
  public Optional<String> optional(String key) {
    Optional<String> text = raw(key);
    if (text.filter(String::isBlank).isPresent()) {
      throw wrong(key, "a text that is not blank");
    }
    return text;
  }

  /** A text as it stands, perhaps blank; empty when the key is not there. */
  public Optional<String> raw(String key) {
    return has(key)
        ? Optional.of(PlainValue.text(values.get(key)).orElseThrow(() -> wrong(key, "a text")))
        : Optional.empty();
  }

  /** One of some constants, by {@link PlainValue#id}. */
  public <T> Optional<T> constant(String key, T[] constants) {
    return has(key)
        ? Optional.of(
            PlainValue.constant(constants, values.get(key))
                .orElseThrow(
                    () -> wrong(key, "one of " + String.join(", ", PlainValue.ids(constants)))))
        : Optional.empty();
  }

  public Optional<Boolean> flag(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (values.get(key) instanceof Boolean flag) {
      return Optional.of(flag);
    }
    throw wrong(key, "true or false");
  }

  public Optional<Double> number(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (values.get(key) instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    throw wrong(key, "a number");
  }

  /** A whole number between two bounds, both allowed. */
  public long whole(String key, long preset, long min, long max) {
    if (!has(key)) {
      return preset;
    }
    long number = PlainValue.whole(values.get(key)).orElseThrow(() -> wrong(key, "a whole number"));
    if (number < min || number > max) {
      throw wrong(key, "at least %d and at most %d".formatted(min, max));
    }
    return number;
  }

  /**
   * A moment that must be there: a day, or a time of ISO 8601, which is of UTC where it names no
   * zone.
   */
  public Instant instant(String key) {
    String text = text(key).strip().replace(' ', 'T');
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:?\\d{2}");
      return zoned
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw wrong(key, "a date like 2011-10-01 or an ISO 8601 time");
    }
  }
}
