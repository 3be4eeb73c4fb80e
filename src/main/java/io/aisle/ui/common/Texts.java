package io.aisle.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the user interface. Thread-safe. */
public final class Texts {
  private final ResourceBundle bundle;

  public Texts(Locale locale) {
    this.bundle =
        ResourceBundle.getBundle(
            "i18n.Texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The text of a key with {@code {0}}, {@code {1}} ... filled in. */
  public String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }

  /** The text of {@code prefix + name}; where there is none, the name itself. */
  public String word(String prefix, String name) {
    String key = prefix + name;
    return bundle.containsKey(key) ? of(key) : name;
  }

  ResourceBundle bundle() {
    return bundle;
  }
}
