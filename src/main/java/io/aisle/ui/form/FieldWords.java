package io.aisle.ui.form;

import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The words of a field, found under the name that it has in files.
 *
 * @param name of the component
 */
record FieldWords(String name, FormField.Kind kind, Texts texts) {
  String label() {
    return texts.word("param.", name);
  }

  /** What its number counts; empty when it counts nothing. */
  String unit() {
    return optional(name + ".unit");
  }

  /** What it does, in a sentence. */
  String help() {
    return optional(name + ".help");
  }

  private String optional(String key) {
    String word = texts.word("param.", key);
    return word.equals(key) ? "" : word;
  }

  /** The word for a choice: of this field where it has one, else of all that offer it. */
  String word(String choice) {
    String plain = choice.toLowerCase(Locale.ROOT);
    String own = name + "." + plain;
    String word = texts.word("choice.", own);
    return word.equals(own) ? texts.word("choice.", plain) : word;
  }

  /** A value as it is shown. */
  String shown(String value) {
    return switch (kind) {
      case CHOICE -> word(value);
      case SWITCH -> texts.of(value.equals("true") ? "form.on" : "form.off");
      case SET -> value.isEmpty() ? texts.of("form.all") : words(value);
      case NUMBER, TEXT -> value.isEmpty() ? texts.of("form.none") : value;
    };
  }

  private String words(String set) {
    List<String> chosen = List.of(set.split(",", -1));
    return chosen.stream().map(this::word).collect(Collectors.joining(texts.of("list.comma")));
  }
}
