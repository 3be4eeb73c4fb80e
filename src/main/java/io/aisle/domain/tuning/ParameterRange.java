package io.aisle.domain.tuning;

import java.util.List;

/** The values of one parameter that a search may take. */
public sealed interface ParameterRange {
  /**
   * Everything between two bounds, both allowed. Of a parameter that is a whole number, the whole
   * numbers.
   *
   * @param from the lower bound; above 0 on a logarithmic scale
   * @param to the upper bound, at least {@code from}
   * @param points values that a grid takes of it, the bounds among them; 0: as many as the budget
   *     allows
   */
  record Between(double from, double to, Scale scale, int points) implements ParameterRange {
    public Between {
      if (!(from <= to) || (scale == Scale.LOG && from <= 0) || points < 0) {
        throw new IllegalArgumentException("from %s to %s, %s".formatted(from, to, scale));
      }
    }

    /**
     * The value at a share of the way.
     *
     * @param share 0: {@code from}; 1: {@code to}
     */
    public double at(double share) {
      double value =
          scale == Scale.LOG ? from * Math.pow(to / from, share) : from + (to - from) * share;
      return Math.clamp(value, from, to);
    }
  }

  /**
   * A list of values: numbers, texts or switches, as an experiment file holds them.
   *
   * @param values at least one
   */
  record Choices(List<Object> values) implements ParameterRange {
    public Choices {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("no values");
      }
    }
  }

  /** How values are spread between the bounds. */
  enum Scale {
    LINEAR,
    /** Evenly by their order of magnitude. */
    LOG
  }
}
