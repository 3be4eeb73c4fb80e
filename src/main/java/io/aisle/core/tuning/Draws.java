package io.aisle.core.tuning;

import io.aisle.core.training.ParamsCodec;
import io.aisle.domain.tuning.ParameterRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Values out of ranges. */
final class Draws {
  /** Significant digits of a drawn number: more tell nobody anything. */
  private static final int DIGITS = 4;

  private Draws() {}

  /** One value of each range. */
  static Map<String, Object> of(
      Map<String, ParameterRange> ranges, Record record, SplittableRandom random) {
    Map<String, Object> drawn = new LinkedHashMap<>();
    ranges.forEach(
        (name, range) ->
            drawn.put(
                name,
                switch (range) {
                  case ParameterRange.Choices choices ->
                      choices.values().get(random.nextInt(choices.values().size()));
                  case ParameterRange.Between between ->
                      value(between, random.nextDouble(), ParamsCodec.isWhole(record, name));
                }));
    return drawn;
  }

  /**
   * So many values of a range, the bounds among them.
   *
   * @param points at least 1
   */
  static List<Object> spread(
      ParameterRange.Between between, int points, Record record, String name) {
    boolean whole = ParamsCodec.isWhole(record, name);
    return IntStream.range(0, points)
        .mapToObj(i -> value(between, points == 1 ? 0.5 : i / (points - 1.0), whole))
        .distinct()
        .toList();
  }

  private static Object value(ParameterRange.Between between, double share, boolean whole) {
    double value = between.at(share);
    if (whole) {
      return (int)
          Math.clamp(Math.round(value), Math.ceil(between.from()), Math.floor(between.to()));
    }
    double rounded = new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
    return Math.clamp(rounded, between.from(), between.to());
  }
}
