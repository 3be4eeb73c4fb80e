package io.aisle.ml.embedding;

import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;

/**
 * The histories that interactions of the training part are predicted from: all other interactions
 * of the user; with labels the positive ones among them only, and only those before the
 * interaction, because a history that lacks the interaction exactly when it is positive would tell
 * its label. Immutable, thread-safe.
 */
public final class Histories {
  private final boolean labelled;
  private final double positiveFrom;
  private final int[] item;

  /** For each user the index behind the own part of {@link #item}, from the user before on. */
  private final int[] offsets;

  /** For each interaction how many of the kept ones lie before it; only with labels. */
  private final int[] before;

  public Histories(FitData data, boolean labelled) {
    Interactions train = data.train();
    this.labelled = labelled;
    this.positiveFrom = data.positiveFrom().orElse(Double.NEGATIVE_INFINITY);
    if (!labelled) {
      this.item = train.item();
      this.offsets = train.offsets();
      this.before = new int[0];
      return;
    }
    this.before = new int[train.size() + 1];
    int[] kept = new int[train.size()];
    int count = 0;
    for (int at = 0; at < train.size(); at++) {
      before[at] = count;
      if (train.value()[at] >= positiveFrom) {
        kept[count++] = train.item()[at];
      }
    }
    before[train.size()] = count;
    this.item = kept;
    this.offsets = new int[train.users() + 1];
    for (int u = 0; u <= train.users(); u++) {
      offsets[u] = before[train.offsets()[u]];
    }
  }

  /** What an interaction of the training part is predicted from. */
  public History of(int user, int position) {
    return labelled
        ? new History(item, offsets[user], before[position], -1)
        : new History(item, offsets[user], offsets[user + 1], position);
  }

  /**
   * The part of any history that counts.
   *
   * @param items oldest first
   * @param values of the same length
   */
  public History of(int[] items, float[] values, int from, int to) {
    if (!labelled) {
      return new History(items, from, to, -1);
    }
    int[] kept = new int[to - from];
    int count = 0;
    for (int at = from; at < to; at++) {
      if (values[at] >= positiveFrom) {
        kept[count++] = items[at];
      }
    }
    return new History(kept, 0, count, -1);
  }
}
