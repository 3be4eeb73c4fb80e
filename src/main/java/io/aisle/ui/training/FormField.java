package io.aisle.ui.training;

import io.aisle.domain.model.Range;
import io.aisle.ui.common.Texts;
import java.lang.reflect.RecordComponent;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One component of a parameter record as a field: a text that is a number, a switch, or one of an
 * enum's names. FX thread only.
 */
public final class FormField {
  private final RecordComponent component;
  private final Texts texts;
  private final StringProperty text;
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  FormField(RecordComponent component, Object value, Texts texts) {
    this.component = component;
    this.texts = texts;
    this.text = new SimpleStringProperty(write(value));
  }

  /** How a field is filled in. */
  public enum Kind {
    NUMBER,
    SWITCH,
    CHOICE
  }

  public Kind kind() {
    Class<?> type = component.getType();
    if (type == boolean.class) {
      return Kind.SWITCH;
    }
    return type.isEnum() ? Kind.CHOICE : Kind.NUMBER;
  }

  /** The component's name, as in experiment files. */
  public String name() {
    return component.getName();
  }

  public String label() {
    return texts.word("param.", name());
  }

  /** What it does, in a sentence; empty when there is none. */
  public String help() {
    String key = name() + ".help";
    String help = texts.word("param.", key);
    return help.equals(key) ? "" : help;
  }

  /** What a {@link Kind#CHOICE} offers. */
  public List<String> choices() {
    return Arrays.stream(component.getType().getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .toList();
  }

  /** The word for a choice. */
  public String word(String choice) {
    return texts.word("choice.", choice.toLowerCase(Locale.ROOT));
  }

  public StringProperty textProperty() {
    return text;
  }

  /** The sentence under the field; empty when all is well. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  void complain(String sentence) {
    error.set(sentence);
  }

  /** What was filled in, or nothing when it is no value; says so under the field. */
  Optional<Object> read() {
    error.set("");
    String written = text.get().strip();
    return switch (kind()) {
      case SWITCH -> Optional.of(Boolean.parseBoolean(written));
      case CHOICE -> constant(written);
      case NUMBER -> number(written);
    };
  }

  private Optional<Object> constant(String written) {
    return Arrays.stream(component.getType().getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(written))
        .map(Object.class::cast)
        .findFirst();
  }

  private Optional<Object> number(String written) {
    boolean whole = component.getType() != double.class;
    try {
      double value = whole ? Long.parseLong(written) : Double.parseDouble(written);
      Range range = component.getAnnotation(Range.class);
      if (range != null && !within(value, range)) {
        String key = range.above() ? "form.error.above" : "form.error.range";
        error.set(texts.of(key, plain(range.min()), plain(range.max())));
        return Optional.empty();
      }
      return Optional.of(boxed(value, written));
    } catch (NumberFormatException e) {
      error.set(texts.of(whole ? "form.error.whole" : "form.error.number", written));
      return Optional.empty();
    }
  }

  private static boolean within(double value, Range range) {
    boolean low = range.above() ? value > range.min() : value >= range.min();
    return low && value <= range.max();
  }

  private Object boxed(double value, String written) {
    Class<?> type = component.getType();
    if (type == int.class) {
      return (int) value;
    }
    return type == long.class ? (Object) Long.parseLong(written) : (Object) value;
  }

  private static String write(Object value) {
    return value instanceof Double number ? plain(number) : String.valueOf(value);
  }

  private static String plain(double value) {
    return new DecimalFormat("0.########", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }
}
