package io.aisle.core.tuning;

import io.aisle.core.dataset.YamlMap;
import io.aisle.core.training.ParamsCodec;
import io.aisle.domain.InputException;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the ranges of a search and holds each of their values against what the parameter may be.
 * Sentences name file and key.
 */
final class RangeReader {
  private RangeReader() {}

  /**
   * The space of one model.
   *
   * @param space a section with {@code model} and {@code training}, both may be missing
   * @param model the model's parameters, for the types and limits
   * @param training the training section
   */
  static SearchSpace space(YamlMap space, Record model, Record training) {
    return new SearchSpace(ranges(space, "model", model), ranges(space, "training", training));
  }

  private static Map<String, ParameterRange> ranges(YamlMap space, String section, Record record) {
    Map<String, ParameterRange> ranges = new LinkedHashMap<>();
    if (space.has(section)) {
      YamlMap map = space.map(section);
      for (String name : map.values().keySet()) {
        // an unknown name says so before its range is looked at
        ParamsCodec.requireKnown(record, name, map.name(""));
        ranges.put(name, range(map, name, record));
      }
    }
    return ranges;
  }

  private static ParameterRange range(YamlMap map, String name, Record record) {
    if (!(map.required(name) instanceof Map<?, ?>)) {
      List<Object> values = map.list(name);
      values.forEach(value -> ParamsCodec.requireValue(record, name, value, map.name("")));
      return new ParameterRange.Choices(values);
    }
    YamlMap range = map.map(name, "from", "to", "scale", "points");
    double from = number(range, "from");
    double to = number(range, "to");
    for (double bound : List.of(from, to)) {
      ParamsCodec.requireValue(record, name, plain(record, name, bound), map.name(""));
    }
    ParameterRange.Scale scale =
        range.constant("scale", ParameterRange.Scale.values()).orElse(ParameterRange.Scale.LINEAR);
    if (from > to) {
      throw new InputException(
          "%s is above %s; change the two round".formatted(range.name("from"), range.name("to")));
    }
    if (scale == ParameterRange.Scale.LOG && from <= 0) {
      throw range.wrong("from", "above 0 on a logarithmic scale");
    }
    return new ParameterRange.Between(from, to, scale, (int) range.whole("points", 0, 2, 10_000));
  }

  private static double number(YamlMap range, String key) {
    range.required(key);
    return range.number(key).orElseThrow();
  }

  /** Of a parameter that is a whole number the bound as one, where it is. */
  private static Object plain(Record record, String name, double bound) {
    return ParamsCodec.isWhole(record, name) && bound == Math.rint(bound)
        ? (Object) (long) bound
        : (Object) bound;
  }
}
