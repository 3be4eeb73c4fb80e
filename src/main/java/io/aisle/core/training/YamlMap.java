package io.aisle.core.training;

import io.aisle.domain.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One mapping of an experiment file, read strictly: a key that is not known is an error, and every
 * error names file and dotted key.
 */
final class YamlMap {
  private final Map<String, Object> values;
  private final String where;

  /**
   * @param where the file and the dotted path with its last dot, such as "a.yaml: split."
   */
  private YamlMap(Map<String, Object> values, String where) {
    this.values = values;
    this.where = where;
  }

  /** The whole file. */
  static YamlMap root(Object tree, String file, String... known) {
    return of(tree, file + ": ", file + ": the content", List.of(known));
  }

  @SuppressWarnings("unchecked")
  private static YamlMap of(Object tree, String where, String name, Collection<String> known) {
    if (!(tree instanceof Map<?, ?> map)) {
      throw ParamsCodec.wrong(name, tree, "a mapping of keys to values");
    }
    for (Object key : map.keySet()) {
      if (!known.isEmpty() && !known.contains(key)) {
        throw unknown(where, String.valueOf(key), known);
      }
    }
    return new YamlMap((Map<String, Object>) map, where);
  }

  static InputException unknown(String where, String key, Collection<String> known) {
    if (known.isEmpty()) {
      return new InputException("%s%s is unknown; no key is known here".formatted(where, key));
    }
    String nearest = Nearest.of(key, known, 1).getFirst();
    return new InputException(
        "%s%s is an unknown key; the nearest known one is %s".formatted(where, key, nearest));
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  /** The keys as they stand, for those who check them themselves. */
  Map<String, Object> values() {
    return values;
  }

  String where() {
    return where;
  }

  /** The full name of a key in a sentence. */
  String name(String key) {
    return where + key;
  }

  /**
   * A mapping below this one.
   *
   * @param known its keys; none: it checks them itself
   */
  YamlMap map(String key, String... known) {
    Object value = required(key);
    return of(value, where + key + ".", name(key), List.of(known));
  }

  Object required(String key) {
    Object value = values.get(key);
    if (value == null) {
      throw new InputException(name(key) + " is missing; write it");
    }
    return value;
  }

  String text(String key) {
    String text = ParamsCodec.text(required(key), name(key));
    if (text.isBlank()) {
      throw ParamsCodec.wrong(name(key), text, "a text that is not blank");
    }
    return text;
  }

  Optional<String> optional(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  <T> T constant(String key, T[] constants, T preset) {
    return has(key) ? ParamsCodec.constant(constants, values.get(key), name(key)) : preset;
  }

  boolean flag(String key, boolean preset) {
    if (!has(key)) {
      return preset;
    }
    if (values.get(key) instanceof Boolean flag) {
      return flag;
    }
    throw ParamsCodec.wrong(name(key), values.get(key), "true or false");
  }

  long whole(String key, long preset, long min, long max) {
    if (!has(key)) {
      return preset;
    }
    long number = ParamsCodec.whole(values.get(key), name(key));
    if (number < min || number > max) {
      throw ParamsCodec.wrong(name(key), number, "at least %d and at most %d".formatted(min, max));
    }
    return number;
  }

  /** A list; a single value stands for a list of one. */
  List<Object> list(String key) {
    Object value = required(key);
    List<Object> list = value instanceof List<?> many ? new ArrayList<>(many) : List.of(value);
    if (list.isEmpty()) {
      throw new InputException(name(key) + " is an empty list; name something or leave it out");
    }
    return list;
  }
}
