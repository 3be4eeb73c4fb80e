package io.aisle.core.training;

import io.aisle.core.dataset.YamlWording;
import io.aisle.domain.InputException;
import java.util.Collection;

/**
 * The sentences about experiments; of parameters they are the same in files, forms and runs.
 *
 * @param source what sentences call the file
 */
public record ExperimentWording(String source) implements YamlWording {
  @Override
  public String name(String key) {
    return source + ": " + key;
  }

  @Override
  public InputException broken(int line, String what, Exception cause) {
    return new InputException(
        "%s, line %d: no valid YAML (%s); mend the YAML".formatted(source, line, what), cause);
  }

  @Override
  public InputException unknown(String parent, String key, Collection<String> known) {
    return ParamValue.unknown(name(parent), key, known);
  }

  @Override
  public InputException missing(String key) {
    return new InputException(name(key) + " is missing; write it");
  }

  @Override
  public InputException empty(String key) {
    return new InputException(name(key) + " is an empty list; name something or leave it out");
  }

  @Override
  public InputException noMapping(String key, Object value) {
    return wrong(key.isEmpty() ? "the content" : key, value, "a mapping of keys to values");
  }

  @Override
  public InputException wrong(String key, Object value, String wanted) {
    return ParamValue.wrong(name(key), value, wanted);
  }
}
