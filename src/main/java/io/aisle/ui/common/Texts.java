package io.aisle.ui.common;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The words of the user interface in one language: the files {@code i18n/<room>.properties}, read
 * together, so that a key is unique over all rooms. Thread-safe.
 */
public final class Texts {
  /** One file of words for each part of the window. */
  static final List<String> ROOMS =
      List.of(
          "common",
          "shell",
          "start",
          "data",
          "train",
          "compare",
          "users",
          "items",
          "settings",
          "chart");

  private final Locale locale;
  private final ResourceBundle bundle;
  private final Sentences sentences;

  public Texts(Locale locale) {
    this.locale = locale;
    Map<String, String> words = new HashMap<>();
    for (String room : ROOMS) {
      ResourceBundle part = part(room, locale);
      for (String key : part.keySet()) {
        if (words.put(key, part.getString(key)) != null) {
          throw new IllegalStateException("the text " + key + " is in two rooms");
        }
      }
    }
    this.bundle = new Together(words);
    this.sentences = Sentences.of(locale);
  }

  static ResourceBundle part(String room, Locale locale) {
    return ResourceBundle.getBundle(
        "i18n." + room,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The language that is spoken; numbers and dates follow it. */
  public Locale locale() {
    return locale;
  }

  /** The text of a key with {@code {0}}, {@code {1}} ... filled in. */
  public String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The text of {@code prefix + name}; where there is none, the name itself. */
  public String word(String prefix, String name) {
    String key = prefix + name;
    return bundle.containsKey(key) ? of(key) : name;
  }

  /** What another part of the program said in English, such as an error, in this language. */
  public String sentence(String english) {
    return sentences.spoken(english);
  }

  /** For FXML, whose {@code %keys} are looked up in it. */
  ResourceBundle bundle() {
    return bundle;
  }

  private static final class Together extends ResourceBundle {
    private final Map<String, String> words;

    Together(Map<String, String> words) {
      this.words = words;
    }

    @Override
    protected Object handleGetObject(String key) {
      return words.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.enumeration(words.keySet());
    }
  }
}
