package io.aisle.ui.common;

import io.aisle.domain.job.Remaining;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times are written, everywhere the same. Confined to one thread. */
public final class Numbers {
  private static final String NONE = "–";
  private static final char NO_BREAK = '\u00a0';
  private static final double SMALLEST_P = 0.001;

  private final Locale locale;
  private final NumberFormat count;
  private final NumberFormat metric;
  private final NumberFormat free;
  private final NumberFormat money;
  private final DateTimeFormatter time;

  public Numbers(Locale locale) {
    count = NumberFormat.getIntegerInstance(locale);
    metric = NumberFormat.getNumberInstance(locale);
    metric.setMinimumFractionDigits(4);
    metric.setMaximumFractionDigits(4);
    free = NumberFormat.getNumberInstance(locale);
    free.setMaximumFractionDigits(2);
    money = NumberFormat.getNumberInstance(locale);
    money.setMinimumFractionDigits(2);
    money.setMaximumFractionDigits(2);
    this.locale = locale;
    time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", locale).withZone(ZoneOffset.UTC);
  }

  public String count(long value) {
    return count.format(value);
  }

  /** Four decimals, as metrics are written. */
  public String metric(double value) {
    return Double.isNaN(value) ? NONE : metric.format(value);
  }

  /** A metric difference with its sign. */
  public String difference(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    return (value < 0 ? "−" : "+") + metric.format(Math.abs(value));
  }

  /** A p value; what is below one in a thousand says only that. */
  public String pValue(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    return value < SMALLEST_P ? "< 0.001" : String.format(locale, "%.3f", value);
  }

  /** An effect size: two decimals with their sign. */
  public String effect(double value) {
    return Double.isNaN(value) ? NONE : String.format(locale, "%+.2f", value).replace('-', '−');
  }

  /** At most two decimals; empty when absent. */
  public String free(double value) {
    return Double.isNaN(value) ? "" : free.format(value);
  }

  /** Every digit it has, as it stands in an experiment file. */
  public String exact(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Two decimals; empty when absent. */
  public String money(double value) {
    return Double.isNaN(value) ? "" : money.format(value);
  }

  public String percent(double share) {
    return Double.isNaN(share) ? NONE : String.format(locale, "%.1f%%", 100 * share);
  }

  /** A share with its sign, in whole percent. */
  public String signedPercent(double share) {
    return Double.isNaN(share) ? NONE : String.format(locale, "%+.0f%%", 100 * share);
  }

  public String seconds(double value) {
    if (value >= 60) {
      Duration duration = Duration.ofSeconds(Math.round(value));
      if (duration.toHours() > 0) {
        return "%d:%02d h".formatted(duration.toHours(), duration.toMinutesPart());
      }
      return "%d:%02d min".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
    return String.format(locale, value >= 10 ? "%.0f s" : "%.1f s", value);
  }

  /** From the least to the most, or one figure where they hardly differ; never broken in two. */
  public String remaining(Remaining remaining) {
    String most = seconds(remaining.most());
    String words = remaining.exact() ? most : seconds(remaining.least()) + " – " + most;
    return words.replace(' ', NO_BREAK);
  }

  public String megabytes(long value) {
    return value >= 1024 ? String.format(locale, "%.1f GB", value / 1024.0) : value + " MB";
  }

  /** A time of the data, which has no zone of its own; empty when absent. */
  public String time(Instant value) {
    return value == null ? "" : time.format(value);
  }
}
