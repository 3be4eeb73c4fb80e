package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import java.util.Collection;

/**
 * How one kind of file words what is wrong in it. A key is given in full, such as {@code
 * rules[0].column}; "" stands for the file as a whole. Every error is one sentence that names the
 * file and the way out.
 */
public interface YamlWording {
  /** A key with its file, as the head of a sentence. */
  String name(String key);

  /** The text is no YAML, or names a key twice. */
  InputException broken(int line, String what, Exception cause);

  /**
   * @param parent the place of the key: "" or a key and a dot
   * @param known what could stand there; empty when nothing could
   */
  InputException unknown(String parent, String key, Collection<String> known);

  InputException missing(String key);

  /** A list holds nothing. */
  InputException empty(String key);

  /** A value stands where a mapping must. */
  InputException noMapping(String key, Object value);

  /**
   * @param wanted what the value must be, such as "a number"
   */
  InputException wrong(String key, Object value, String wanted);
}
