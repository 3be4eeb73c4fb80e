package io.aisle.ui.training;

import io.aisle.core.tuning.RangeText;
import io.aisle.domain.InputException;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.ui.common.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The range of one parameter as it is typed; empty: the parameter stays as it is. FX thread only.
 */
public final class RangeField {
  private final String name;
  private final String label;
  private final Texts texts;
  private final StringProperty text;
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  /**
   * @param name of the component of the record
   * @param preset the usual range; empty: the parameter is usually not searched
   */
  RangeField(String name, Optional<ParameterRange> preset, Texts texts) {
    this.name = name;
    this.label = texts.word("param.", name);
    this.texts = texts;
    this.text = new SimpleStringProperty(preset.map(RangeText::of).orElse(""));
  }

  /** The range; empty when none is given, or when it is wrong, which is then said. */
  Optional<ParameterRange> value(Record record) {
    error.set("");
    if (text.get().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(RangeText.parse(text.get(), record, name));
    } catch (InputException e) {
      error.set(texts.sentence(e.getMessage()));
      return Optional.empty();
    }
  }

  public String name() {
    return name;
  }

  public String label() {
    return label;
  }

  public StringProperty textProperty() {
    return text;
  }

  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }
}
