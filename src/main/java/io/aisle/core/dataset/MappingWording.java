package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import java.nio.file.Path;
import java.util.Collection;

/** The sentences about files of mappings and of steps. */
public record MappingWording(Path file) implements YamlWording {
  @Override
  public String name(String key) {
    return "%s: \"%s\"".formatted(file, key);
  }

  @Override
  public InputException broken(int line, String what, Exception cause) {
    return new InputException(
        "%s, line %d: %s: correct the YAML.".formatted(file, line, what), cause);
  }

  @Override
  public InputException unknown(String parent, String key, Collection<String> known) {
    return new InputException(
        "%s: the key \"%s%s\" is not known%s: correct or remove it."
            .formatted(file, parent, key, Nearest.hint(key, known)));
  }

  @Override
  public InputException missing(String key) {
    return new InputException(name(key) + " is missing: add it.");
  }

  @Override
  public InputException empty(String key) {
    return new InputException(name(key) + " is an empty list: name something or remove it.");
  }

  @Override
  public InputException noMapping(String key, Object value) {
    return new InputException(
        (key.isEmpty() ? file + ": the file" : name(key))
            + " must be keys with values, such as {user: CustomerID}.");
  }

  @Override
  public InputException wrong(String key, Object value, String wanted) {
    return new InputException(
        "%s must be %s, not %s.".formatted(name(key), wanted, PlainValue.shown(value)));
  }
}
