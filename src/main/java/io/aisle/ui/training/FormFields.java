package io.aisle.ui.training;

import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormField;
import io.aisle.ui.form.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of a form in their order. FX thread only. */
final class FormFields {
  private final Texts texts;
  private final List<FormField> fields = new ArrayList<>();

  FormFields(Texts texts) {
    this.texts = texts;
  }

  List<FormField> all() {
    return fields;
  }

  FormField add(
      String name, FormField.Kind kind, String start, boolean advanced, FormField.Reader reader) {
    return add(new FormField.Spec(name, kind, List.of(), "", start, advanced, reader));
  }

  /** One of some constants, the first unless another is chosen. */
  FormField choice(String name, Enum<?>[] constants, boolean advanced) {
    return add(
        new FormField.Spec(
            name,
            FormField.Kind.CHOICE,
            Arrays.stream(constants).map(Enum::name).toList(),
            "",
            constants[0].name(),
            advanced,
            Reading::text));
  }

  /** Several of some names; none means all. */
  FormField set(String name, List<String> names) {
    return add(new FormField.Spec(name, FormField.Kind.SET, names, "", "", false, Reading::text));
  }

  private FormField add(FormField.Spec spec) {
    FormField field = new FormField(spec, texts);
    fields.add(field);
    return field;
  }

  static void write(FormField field, Object value) {
    field.textProperty().set(Reading.write(value));
  }

  static String joined(List<Integer> numbers, String between) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(between));
  }

  /** Sets a default that comes from the data; what was changed by hand stays. */
  static void begin(FormField field, String start) {
    boolean untouched = !field.changedProperty().get();
    field.startProperty().set(start);
    if (untouched) {
      field.reset();
    }
  }
}
