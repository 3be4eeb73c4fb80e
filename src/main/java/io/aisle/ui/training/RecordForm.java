package io.aisle.ui.training;

import io.aisle.domain.model.ModelParams;
import io.aisle.ui.common.Texts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A form made from a record of parameters: one field for each component, filled with a value of the
 * record, and back again into a record that keeps its own rules. FX thread only.
 *
 * @param <R> the record
 */
public final class RecordForm<R> {
  private final R start;
  private final Map<String, FormField> fields = new HashMap<>();
  private final List<FormField> shown = new ArrayList<>();

  /**
   * @param start what the fields show at first
   * @param wanted names of the components that are fields; the others keep the value of {@code
   *     start}
   */
  RecordForm(R start, Set<String> wanted, Texts texts) {
    this.start = start;
    for (RecordComponent component : components()) {
      if (wanted.contains(component.getName())) {
        FormField field = new FormField(component, valueOf(component), texts);
        fields.put(component.getName(), field);
        shown.add(field);
      }
    }
  }

  /** A form with a field for every component. */
  static <R> RecordForm<R> all(R start, Texts texts) {
    Set<String> names =
        Arrays.stream(start.getClass().getRecordComponents())
            .map(RecordComponent::getName)
            .collect(java.util.stream.Collectors.toSet());
    return new RecordForm<>(start, names, texts);
  }

  /** In the order of the components. */
  public List<FormField> fields() {
    return shown;
  }

  /** The record, or nothing when a field is wrong; each wrong field then says why. */
  public Optional<R> value() {
    RecordComponent[] components = components();
    Object[] values = new Object[components.length];
    boolean complete = true;
    for (int index = 0; index < components.length; index++) {
      FormField field = fields.get(components[index].getName());
      Optional<Object> value =
          field == null ? Optional.of(valueOf(components[index])) : field.read();
      complete &= value.isPresent();
      values[index] = value.orElse(null);
    }
    return complete ? Optional.of(make(components, values)).filter(this::lawful) : Optional.empty();
  }

  /** The record's own rules, which go beyond the ranges of single fields. */
  private boolean lawful(R made) {
    if (!(made instanceof ModelParams params)) {
      return true;
    }
    List<ModelParams.Violation> violations = params.violations();
    violations.forEach(
        violation -> fields.get(violation.parameter()).complain(violation.sentence()));
    return violations.isEmpty();
  }

  private RecordComponent[] components() {
    return start.getClass().getRecordComponents();
  }

  private Object valueOf(RecordComponent component) {
    try {
      return component.getAccessor().invoke(start);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component.getName() + " cannot be read", e);
    }
  }

  @SuppressWarnings("unchecked") // the canonical constructor makes what start is
  private R make(RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return (R) start.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(start.getClass() + " cannot be made", e);
    }
  }
}
