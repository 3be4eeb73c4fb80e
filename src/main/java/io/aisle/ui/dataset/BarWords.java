package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.Bin;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;

/** How the bars of distributions are called. FX thread only. */
final class BarWords {
  private final Texts texts;
  private final Numbers numbers;

  BarWords(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /** A bar of whole numbers, such as 3 to 4 or 40 and more. */
  String whole(double from, double to) {
    if (Double.isInfinite(to)) {
      return texts.of("data.bar.open", numbers.count((long) from));
    }
    long last = (long) to - 1;
    return last <= from
        ? numbers.count((long) from)
        : texts.of("data.bar.range", numbers.count((long) from), numbers.count(last));
  }

  /** A bar of prices. */
  String money(double from, double to) {
    if (from < 0) {
      return to > Double.MIN_VALUE
          ? texts.of("data.bar.below", numbers.free(to))
          : texts.of("data.bar.nothing");
    }
    return texts.of("data.bar.range", numbers.free(from), numbers.free(to));
  }

  /** A bar of ranks, which people count from 1. */
  String rank(Bin bin) {
    return whole(bin.from() + 1, bin.to() + 1);
  }
}
