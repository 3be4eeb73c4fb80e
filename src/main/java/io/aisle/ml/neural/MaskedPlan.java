package io.aisle.ml.neural;

import io.aisle.domain.model.Bert4RecParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Windows, short ones in shared rows, in which items are masked that are to be filled in: each with
 * a given probability, at least one. An epoch goes over the windows, cut anew, until each item was
 * masked about once, as it is a target once in an epoch of the other sequence models. One window in
 * eight has only its newest masked, as a history has that is scored (Sun and others, 2019, section
 * 3.6).
 *
 * @param packed the windows of each row
 * @param share probability that an item is masked
 * @param mark what stands in place of a masked item
 * @param seed of the choice of items
 */
record MaskedPlan(
    TrainingItems train,
    int length,
    List<List<Window>> packed,
    int batchSize,
    double share,
    int mark,
    Set<Field> reads,
    long seed)
    implements EpochPlan {
  private static final int NEWEST_ONLY = 8;
  private static final int MOST_PASSES = 10;

  static MaskedPlan of(
      TrainingItems train,
      Bert4RecParams params,
      int mark,
      int batchSize,
      Set<Field> reads,
      SplittableRandom random) {
    int length = params.maxLength();
    List<List<Window>> rows = new ArrayList<>();
    for (int pass = 0; pass < passes(params); pass++) {
      List<Window> windows = Window.cut(train.train(), length, 0, random);
      rows.addAll(PackedRows.of(windows, length, random));
    }
    return new MaskedPlan(
        train, length, rows, batchSize, params.maskShare(), mark, reads, random.nextLong());
  }

  /** How often an epoch goes over the windows. */
  static int passes(Bert4RecParams params) {
    return Math.clamp(Math.round(1 / params.maskShare()), 1, MOST_PASSES);
  }

  @Override
  public int count() {
    return Math.ceilDiv(packed.size(), batchSize);
  }

  @Override
  public BatchData batch(int index) {
    SplittableRandom random = new SplittableRandom(Seeds.of(seed, index + 1));
    List<List<Window>> rows =
        packed.subList(index * batchSize, Math.min(packed.size(), (index + 1) * batchSize));
    RowCells cells = new RowCells(rows.size(), length);
    for (int row = 0; row < rows.size(); row++) {
      int column = 0;
      for (Window window : rows.get(row)) {
        cells.put(train.item(), window.start(), window.length(), row, column);
        hide(cells, window, row * length + column, random);
        column += window.length();
      }
    }
    return cells.weighedTargets(reads);
  }

  private void hide(RowCells cells, Window window, int cell, SplittableRandom random) {
    int newest = window.length() - 1;
    if (random.nextInt(NEWEST_ONLY) == 0) {
      cells.hide(train, window.start() + newest, cell + newest, mark);
      return;
    }
    int certain = random.nextInt(window.length());
    for (int k = 0; k < window.length(); k++) {
      if (random.nextDouble() < share || k == certain) {
        cells.hide(train, window.start() + k, cell + k, mark);
      }
    }
  }
}
