package io.aisle.core.report;

import java.util.Locale;

/** How the report writes numbers; the same on every machine, whatever its locale. */
final class Figures {
  static final String NONE = "–";

  private Figures() {}

  static String mean(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : NONE;
  }

  static String interval(double low, double high) {
    return Double.isFinite(low) ? mean(low) + " to " + mean(high) : NONE;
  }

  /** A signed difference, with the share of the reference that it is. */
  static String difference(double difference, double reference) {
    if (!Double.isFinite(difference)) {
      return NONE;
    }
    String absolute = String.format(Locale.ROOT, "%+.4f", difference).replace('-', '−');
    return reference > 0 ? absolute + " (" + percent(difference / reference) + ")" : absolute;
  }

  /** A signed share, in whole percent from 10 on. */
  static String percent(double share) {
    String format = Math.abs(share) < 0.0995 ? "%+.1f%%" : "%+.0f%%";
    return String.format(Locale.ROOT, format, 100 * share).replace('-', '−');
  }

  static String p(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    return value < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", value);
  }

  /** A signed effect size. */
  static String effect(double value) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%+.2f", value).replace('-', '−')
        : NONE;
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String seconds(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    return value < 9.95
        ? String.format(Locale.ROOT, "%.2f s", value)
        : String.format(Locale.ROOT, "%,.0f s", value);
  }

  static String memory(long megabytes) {
    if (megabytes <= 0) {
      return NONE;
    }
    return megabytes < 1000
        ? megabytes + " MB"
        : String.format(Locale.ROOT, "%.2f GB", megabytes / 1024.0);
  }
}
