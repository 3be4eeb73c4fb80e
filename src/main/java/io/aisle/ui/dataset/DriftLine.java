package io.aisle.ui.dataset;

import io.aisle.core.dataset.drift.ColumnDrift;
import io.aisle.core.dataset.drift.DriftBin;
import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.List;

/**
 * How far a column has drifted, in words.
 *
 * @param column as it is called
 * @param level name of what is said of the index
 * @param bars shares of the bins in per cent, before and after
 * @param note what is not shown; "" when everything is
 */
record DriftLine(
    String column,
    double psi,
    double divergence,
    String level,
    List<BarPairs.Pair> bars,
    String note) {
  private static final double PERCENT = 100;

  static DriftLine of(ColumnDrift drift, Texts texts, Numbers numbers) {
    return new DriftLine(
        texts.of("drift.column." + drift.column()),
        drift.psi(),
        drift.jensenShannon(),
        drift.level().name(),
        drift.bins().stream()
            .map(
                bin ->
                    new BarPairs.Pair(
                        name(drift.column(), bin, texts, numbers),
                        share(bin.before(), drift.before()),
                        share(bin.after(), drift.after())))
            .toList(),
        new SmallWords(texts).of(drift));
  }

  private static double share(long count, long all) {
    return all == 0 ? Double.NaN : PERCENT * count / all;
  }

  private static String name(String column, DriftBin bin, Texts texts, Numbers numbers) {
    if (bin.label() != null) {
      return bin.label().isEmpty()
          ? texts.of("drift.none")
          : column.equals("kind") ? texts.word("kind.", bin.label()) : bin.label();
    }
    if (Double.isNaN(bin.from())) {
      return texts.of("drift.none");
    }
    if (column.equals("hour")) {
      return texts.of("drift.hour", (int) bin.from());
    }
    if (Double.isInfinite(bin.from())) {
      return texts.of("drift.below", numbers.free(bin.to()));
    }
    return Double.isInfinite(bin.to())
        ? texts.of("drift.above", numbers.free(bin.from()))
        : texts.of("drift.range", numbers.free(bin.from()), numbers.free(bin.to()));
  }
}
