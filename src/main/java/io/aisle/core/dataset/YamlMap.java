package io.aisle.core.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.aisle.domain.InputException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A strict view of a YAML mapping: only known keys, every error says where. */
final class YamlMap {
  private final Path file;
  private final String place;
  private final JsonNode node;

  private YamlMap(Path file, String place, JsonNode node) {
    this.file = file;
    this.place = place;
    this.node = node;
  }

  /**
   * @throws InputException when the text is no YAML, or a key is there twice
   */
  static YamlMap parse(String yaml, Path file, Set<String> known) {
    YAMLMapper mapper =
        new YAMLMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    try {
      JsonNode node = mapper.readTree(yaml);
      if (node == null || node.isMissingNode() || node.isNull()) {
        node = JsonNodeFactory.instance.objectNode();
      }
      return new YamlMap(file, "", node).checked(known);
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s, line %d: %s: correct the YAML."
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("is no YAML")),
          e);
    }
  }

  private YamlMap checked(Set<String> known) {
    if (!node.isObject()) {
      throw new InputException(
          "%s: %s must be keys with values, such as {%s: ...}."
              .formatted(file, place.isEmpty() ? "the file" : place, known.iterator().next()));
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw new InputException(
                    "%s: the key \"%s\" is not known%s: correct or remove it."
                        .formatted(file, at(key), Nearest.hint(key, known)));
              }
            });
    return this;
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  /** The error for a key's value. */
  InputException wrong(String key, String what) {
    return new InputException("%s: \"%s\" %s.".formatted(file, at(key), what));
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  Optional<String> text(String key) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      throw wrong(key, "must be one text");
    }
    return Optional.of(value.asText());
  }

  String required(String key) {
    return text(key).orElseThrow(() -> wrong(key, "is missing: add it"));
  }

  double number(String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isNumber()) {
      throw wrong(key, "must be a number");
    }
    return value.asDouble();
  }

  boolean truth(String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isBoolean()) {
      throw wrong(key, "must be true or false");
    }
    return value.asBoolean();
  }

  Optional<YamlMap> map(String key, Set<String> known) {
    return has(key)
        ? Optional.of(new YamlMap(file, at(key), node.get(key)).checked(known))
        : Optional.empty();
  }

  /** Keys and texts of a mapping whose keys are free; empty when it is absent. */
  List<String> keys(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!node.get(key).isObject()) {
      throw wrong(key, "must be keys with values");
    }
    List<String> keys = new ArrayList<>();
    node.get(key).fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** A mapping whose keys are free. */
  YamlMap open(String key) {
    return new YamlMap(file, at(key), node.get(key));
  }

  Optional<List<YamlMap>> maps(String key, Set<String> known) {
    return list(key, (at, entry) -> new YamlMap(file, at, entry).checked(known));
  }

  List<String> texts(String key) {
    return list(key, (_, entry) -> entry.asText()).orElse(List.of());
  }

  private <T> Optional<List<T>> list(String key, BiFunction<String, JsonNode, T> entry) {
    if (!has(key)) {
      return Optional.empty();
    }
    JsonNode value = node.get(key);
    if (!value.isArray()) {
      throw wrong(key, "must be a list, such as [a, b]");
    }
    List<T> all = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      all.add(entry.apply(at(key) + "[" + i + "]", value.get(i)));
    }
    return Optional.of(all);
  }

  /** A text turned into a value; what goes wrong becomes the error of the key. */
  <T> Optional<T> value(String key, Function<String, T> reading, String what) {
    return text(key)
        .map(
            text -> {
              try {
                return reading.apply(text);
              } catch (IllegalArgumentException | DateTimeException e) {
                throw new InputException(
                    "%s: \"%s\" is \"%s\" and %s.".formatted(file, at(key), text, what), e);
              }
            });
  }
}
