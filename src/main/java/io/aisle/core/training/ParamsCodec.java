package io.aisle.core.training;

import io.aisle.core.dataset.PlainValue;
import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of parameters to maps of plain values and back, by the names of their components. A value
 * is an Integer, Long, Double, Boolean or String; an enum stands in lower case with hyphens. Forms,
 * experiment files and {@code run.json} all go through here.
 */
public final class ParamsCodec {
  private ParamsCodec() {}

  /** The components of a record in their order. */
  public static Map<String, Object> toMap(Record params) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (RecordComponent component : params.getClass().getRecordComponents()) {
      map.put(component.getName(), plain(value(params, component)));
    }
    return map;
  }

  /**
   * A model's parameters; what the map leaves out has its default.
   *
   * @throws InputException for an unknown name, a value of the wrong type or out of range: one
   *     sentence
   */
  public static ModelParams fromMap(ModelKind kind, Map<String, Object> values) {
    return (ModelParams) read((Record) kind.defaults(), values, "");
  }

  /**
   * A record whose components are those of a map, or else those of another record.
   *
   * @param where what stands before a parameter's name in a sentence, such as "a.yaml: model."
   * @throws InputException as {@link #fromMap}
   */
  public static <R extends Record> R read(R defaults, Map<String, Object> values, String where) {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw ParamValue.unknown(where, name, names);
      }
    }
    Object[] arguments = new Object[components.length];
    for (int c = 0; c < components.length; c++) {
      String name = components[c].getName();
      arguments[c] =
          values.containsKey(name)
              ? ParamValue.typed(components[c].getType(), values.get(name), where + name)
              : value(defaults, components[c]);
    }
    R record = construct(defaults, components, arguments);
    check(record, where);
    return record;
  }

  /**
   * Refuses a name that no component of a record has.
   *
   * @param where as in {@link #read}
   */
  public static void requireKnown(Record record, String name, String where) {
    List<String> names =
        Arrays.stream(record.getClass().getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    if (!names.contains(name)) {
      throw ParamValue.unknown(where, name, names);
    }
  }

  /**
   * Refuses a value that a component can never have, whatever the others are.
   *
   * @param where as in {@link #read}
   */
  public static void requireValue(Record record, String name, Object value, String where) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int c = 0; c < components.length; c++) {
      arguments[c] =
          components[c].getName().equals(name)
              ? ParamValue.typed(components[c].getType(), value, where + name)
              : value(record, components[c]);
    }
    for (ModelParams.Violation found :
        ModelParams.Violation.ofRanges(construct(record, components, arguments))) {
      if (found.parameter().equals(name)) {
        throw new InputException(where + found.sentence());
      }
    }
  }

  /** Whether a component is a whole number. */
  public static boolean isWhole(Record record, String name) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .anyMatch(
            component -> component.getType() == int.class || component.getType() == long.class);
  }

  private static void check(Record record, String where) {
    List<ModelParams.Violation> violations =
        record instanceof ModelParams params
            ? params.violations()
            : ModelParams.Violation.ofRanges(record);
    if (!violations.isEmpty()) {
      throw new InputException(where + violations.getFirst().sentence());
    }
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R construct(
      R like, RecordComponent[] components, Object[] arguments) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = like.getClass().getDeclaredConstructor(types);
      return (R) constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(like.getClass() + " cannot be made", e);
    }
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.getName() + " cannot be read", e);
    }
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Enum<?> constant -> PlainValue.id(constant);
      case Metric metric -> metric.id();
      default -> value;
    };
  }
}
