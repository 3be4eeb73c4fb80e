package io.aisle.core.feature;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quantile bins of a numeric attribute: about as many values in each. Borders are rounded to as few
 * digits as keep them apart, and values are put into bins by the rounded borders, so that a name
 * such as {@code [2.1, 3.5)} says exactly what is in the bin.
 *
 * @param borders ascending, one more than there are bins; the last bin includes its upper border
 */
public record Bins(double[] borders) {
  /** Bins that are aimed at; fewer where many entities share a value. */
  static final int WANTED = 10;

  private static final Pattern NAME = Pattern.compile("\\[(\\S+), (\\S+)[)\\]]");

  private static final int FEWEST_DIGITS = 4;
  private static final int ALL_DIGITS = 17;

  /**
   * @param values of the entities that have one, at least two different ones; sorted in place
   */
  public static Bins of(double[] values) {
    Arrays.sort(values);
    double[] exact = quantiles(values);
    for (int digits = FEWEST_DIGITS; digits < ALL_DIGITS; digits++) {
      double[] rounded = rounded(exact, digits);
      if (rounded.length == exact.length) {
        return new Bins(rounded);
      }
    }
    return new Bins(exact);
  }

  private static double[] quantiles(double[] sorted) {
    int last = sorted.length - 1;
    double[] borders = new double[WANTED + 1];
    for (int b = 0; b < WANTED; b++) {
      borders[b] = sorted[(int) ((long) b * sorted.length / WANTED)];
    }
    borders[WANTED] = sorted[last];
    return Arrays.stream(borders).distinct().toArray();
  }

  private static double[] rounded(double[] borders, int digits) {
    double[] rounded = new double[borders.length];
    for (int b = 0; b < borders.length; b++) {
      // the outer borders move outwards, so that every value is inside
      RoundingMode mode =
          b == 0
              ? RoundingMode.FLOOR
              : b == borders.length - 1 ? RoundingMode.CEILING : RoundingMode.HALF_EVEN;
      rounded[b] =
          new BigDecimal(Double.toString(borders[b]))
              .round(new MathContext(digits, mode))
              .doubleValue();
    }
    return Arrays.stream(rounded).distinct().toArray();
  }

  /** The bins that these are all the names of; empty when they are names of something else. */
  public static Optional<Bins> ofNames(List<String> names) {
    double[] borders = new double[names.size() + 1];
    for (int b = 0; b < names.size(); b++) {
      Matcher name = NAME.matcher(names.get(b));
      if (!name.matches()) {
        return Optional.empty();
      }
      borders[b] = Double.parseDouble(name.group(1));
      borders[b + 1] = Double.parseDouble(name.group(2));
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new Bins(borders));
  }

  public int count() {
    return borders.length - 1;
  }

  /** The bin of a value, from 0. */
  public int of(double value) {
    int found = Arrays.binarySearch(borders, value);
    return Math.clamp(found >= 0 ? found : -found - 2, 0, count() - 1);
  }

  /** Names of the bins in their order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int b = 0; b < count(); b++) {
      names.add(
          "[%s, %s%s"
              .formatted(number(borders[b]), number(borders[b + 1]), b == count() - 1 ? "]" : ")"));
    }
    return names;
  }

  /** A number in as few digits as say it. */
  public static String number(double value) {
    BigDecimal plain = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    return plain.signum() == 0 ? "0" : plain.toPlainString();
  }
}
