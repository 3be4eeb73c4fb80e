package io.aisle.ui.form;

import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.Range;
import io.aisle.ui.common.Texts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A form made from a record of parameters: one field for each component, filled with a value of the
 * record, and back again into a record that keeps its own rules. FX thread only.
 *
 * @param <R> the record
 */
public final class RecordForm<R> {
  private static final List<String> DEVICES = List.of("auto", "cpu", "cuda");

  /** What few analysts change. */
  private static final Set<String> ADVANCED =
      Set.of(
          "prune",
          "scaleRegularization",
          "loss",
          "negatives",
          "positions",
          "weightDecay",
          "monitor",
          "device",
          "threads");

  private final R start;
  private final Texts texts;
  private final Map<String, FormField> fields = new HashMap<>();
  private final List<FormField> shown = new ArrayList<>();

  /**
   * @param start what the fields show at first
   * @param wanted names of the components that are fields; the others keep the value of {@code
   *     start}
   */
  public RecordForm(R start, Set<String> wanted, Texts texts) {
    this.start = start;
    this.texts = texts;
    for (RecordComponent component : components()) {
      if (wanted.contains(component.getName())) {
        FormField field = new FormField(spec(component), texts);
        fields.put(component.getName(), field);
        shown.add(field);
      }
    }
  }

  /** A form with a field for every component. */
  public static <R> RecordForm<R> all(R start, Texts texts) {
    Set<String> names =
        Arrays.stream(start.getClass().getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    return new RecordForm<>(start, names, texts);
  }

  private FormField.Spec spec(RecordComponent component) {
    Class<?> type = component.getType();
    Reading reading = new Reading(texts);
    Range range = component.getAnnotation(Range.class);
    FormField.Kind kind = FormField.Kind.NUMBER;
    List<String> choices = List.of();
    FormField.Reader reader = reading.number(type, range);
    if (type == boolean.class) {
      kind = FormField.Kind.SWITCH;
      reader = (written, complain) -> Optional.of(Boolean.parseBoolean(written));
    } else if (type.isEnum()) {
      kind = FormField.Kind.CHOICE;
      choices =
          Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
      reader = (written, complain) -> constant(type, written);
    } else if (type == OptionalInt.class) {
      reader = reading.maybeWhole();
    } else if (type == OptionalDouble.class) {
      reader = reading.maybeNumber();
    } else if (type == Optional.class && of(component) == Instant.class) {
      kind = FormField.Kind.TEXT;
      reader = reading.maybeInstant();
    } else if (type == Metric.class) {
      kind = FormField.Kind.TEXT;
      reader = reading.metric();
    } else if (type == String.class && !component.getName().equals("device")) {
      kind = FormField.Kind.TEXT;
      reader = Reading::text;
    } else if (type == String.class) {
      kind = FormField.Kind.CHOICE;
      choices = DEVICES;
      reader = Reading::text;
    }
    return new FormField.Spec(
        component.getName(),
        kind,
        choices,
        reading.words(range),
        Reading.write(valueOf(component, start)),
        ADVANCED.contains(component.getName()),
        reader);
  }

  /** What an optional component may hold. */
  private static Type of(RecordComponent component) {
    return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }

  private static Optional<Object> constant(Class<?> type, String written) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(written))
        .map(Object.class::cast)
        .findFirst();
  }

  /** In the order of the components. */
  public List<FormField> fields() {
    return shown;
  }

  /** The field of a component, for rules between fields. */
  public void with(String name, Consumer<FormField> use) {
    if (fields.containsKey(name)) {
      use.accept(fields.get(name));
    }
  }

  /** Fills the fields in with a record's values. */
  public void show(R value) {
    for (RecordComponent component : components()) {
      with(
          component.getName(),
          field -> field.textProperty().set(Reading.write(valueOf(component, value))));
    }
  }

  /**
   * The record, or nothing when a field is wrong; each wrong field then says why.
   *
   * @throws InputException when the record refuses fields that are right each for itself
   */
  public Optional<R> value() {
    RecordComponent[] components = components();
    Object[] values = new Object[components.length];
    boolean complete = true;
    for (int index = 0; index < components.length; index++) {
      FormField field = fields.get(components[index].getName());
      Optional<Object> value =
          field == null ? Optional.of(valueOf(components[index], start)) : field.read();
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
        violation ->
            fields.get(violation.parameter()).complain(texts.sentence(violation.sentence())));
    return violations.isEmpty();
  }

  private RecordComponent[] components() {
    return start.getClass().getRecordComponents();
  }

  private Object valueOf(RecordComponent component, R record) {
    try {
      return component.getAccessor().invoke(record);
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
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InputException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(start.getClass() + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(start.getClass() + " cannot be made", e);
    }
  }
}
