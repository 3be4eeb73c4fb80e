package io.aisle.ui.form;

import io.aisle.ui.common.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * One record among several that are filled in. FX thread only.
 *
 * @param <R> what the records have in common
 */
public final class ListedForm<R> {
  private final R start;
  private final String kind;
  private final RecordForm<R> form;
  private final BooleanProperty on = new SimpleBooleanProperty(true);

  /** A record as it was written, whether it is one or not, and whether it counts. */
  public record State<R>(R start, boolean on, Map<String, String> written) {}

  /**
   * @param start the kind of record, with what its fields show at first
   * @param kind its name in files
   */
  ListedForm(R start, String kind, Texts texts) {
    this.start = start;
    this.kind = kind;
    this.form = RecordForm.all(start, texts);
  }

  void restore(State<R> state) {
    on.set(state.on());
    fields()
        .forEach(field -> field.textProperty().set(state.written().getOrDefault(field.name(), "")));
  }

  State<R> state() {
    Map<String, String> written = new LinkedHashMap<>();
    fields().forEach(field -> written.put(field.name(), field.textProperty().get()));
    return new State<>(start, on.get(), written);
  }

  /**
   * The record, or nothing when a field is wrong, which then says so.
   *
   * @throws io.aisle.domain.InputException when the fields do not go together
   */
  Optional<R> value() {
    return form.value();
  }

  /** The name in files. */
  public String kind() {
    return kind;
  }

  /** What it was made of. */
  public R start() {
    return start;
  }

  public List<FormField> fields() {
    return form.fields();
  }

  /** Whether it counts; what does not keeps its place and what was written. */
  public BooleanProperty onProperty() {
    return on;
  }
}
