package io.aisle.ui.common;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows values of a chooser in words; they cannot be typed. */
public final class Words<T> extends StringConverter<T> {
  private final Function<T, String> words;

  public Words(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(T value) {
    return value == null ? "" : words.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("a chooser is not typed into");
  }
}
