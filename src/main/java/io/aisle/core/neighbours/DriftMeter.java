package io.aisle.core.neighbours;

import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.model.ItemSpace;
import io.aisle.ml.projection.Alignment;
import io.aisle.ml.projection.LikenessRows;
import io.aisle.ml.projection.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compares the neighbourhoods of the items that two catalogues share, by their ids. Neighbours are
 * sought among the shared items alone, so that an item that one run does not have moves nothing. An
 * item takes part when both models have neighbours for it.
 */
final class DriftMeter {
  private final Side run;
  private final TieBreak ties;
  private final Parallel parallel;

  /** Index of each shared item in either catalogue. */
  private final int[] own;

  private final int[] others;
  private final int missing;
  private final LikenessRows left;
  private final LikenessRows right;

  /** A model and the names of its items. */
  record Side(ItemSpace space, Catalogue catalogue) {}

  /**
   * @throws InputException when fewer than two items are shared
   */
  DriftMeter(Side run, Side against, TieBreak ties, Parallel parallel) {
    this.run = run;
    this.ties = ties;
    this.parallel = parallel;
    Map<String, Integer> known = new HashMap<>();
    against.catalogue().items().forEach(item -> known.put(item, known.size()));
    List<String> items = run.catalogue().items();
    this.own =
        IntStream.range(0, items.size()).filter(i -> known.containsKey(items.get(i))).toArray();
    this.others = Arrays.stream(own).map(i -> known.get(items.get(i))).toArray();
    if (own.length < 2) {
      throw new InputException(
          "The two runs share %d items, so their neighbourhoods cannot be compared; name two runs of one catalogue"
              .formatted(own.length));
    }
    this.missing = items.size() + known.size() - 2 * own.length;
    this.left = new LikenessRows(run.space(), marked(items.size(), own));
    this.right = new LikenessRows(against.space(), marked(known.size(), others));
  }

  private static boolean[] marked(int items, int[] some) {
    boolean[] marks = new boolean[items];
    for (int item : some) {
      marks[item] = true;
    }
    return marks;
  }

  /**
   * @param k nearest items compared, at least 1
   */
  Drift measure(int k, ProgressListener progress, CancelSignal cancel) {
    int[][] here = new NearestItems(left, ties).all(k, parallel, progress, cancel);
    int[][] there = new NearestItems(right, ties).all(k, parallel, progress, cancel);
    int[] translated = new int[right.items()];
    for (int s = 0; s < own.length; s++) {
      translated[others[s]] = own[s];
    }
    int[] compared =
        IntStream.range(0, own.length)
            .filter(s -> here[own[s]].length > 0 && there[others[s]].length > 0)
            .toArray();
    progress.at(new Progress("comparing", 0, 0));
    cancel.check();
    double[] shifts = shifts(compared);
    List<ItemDrift> items = new ArrayList<>();
    double chance = 0;
    for (int at = 0; at < compared.length; at++) {
      int item = own[compared[at]];
      int[] theirs = there[others[compared[at]]];
      double overlap = overlap(here[item], theirs, translated);
      chance += chance(here[item].length, theirs.length) / compared.length;
      items.add(
          new ItemDrift(
              run.catalogue().items().get(item),
              run.catalogue().titles().get(item),
              overlap,
              shifts == null ? null : shifts[at]));
    }
    items.sort(
        Comparator.comparingDouble(ItemDrift::overlap)
            .thenComparing(
                ItemDrift::shift, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
            .thenComparing(ItemDrift::item));
    return new Drift(
        k,
        items.stream().mapToDouble(ItemDrift::overlap).average().orElse(Double.NaN),
        compared.length == 0 ? Double.NaN : chance,
        shifts == null ? null : Arrays.stream(shifts).average().orElse(Double.NaN),
        missing + own.length - compared.length,
        items);
  }

  /** Null unless both models have vectors. */
  private double[] shifts(int[] compared) {
    if (left.unit() == null || right.unit() == null) {
      return null;
    }
    Rows from = left.unit().only(Arrays.stream(compared).map(s -> own[s]).toArray());
    Rows to = right.unit().only(Arrays.stream(compared).map(s -> others[s]).toArray());
    return Alignment.shifts(from, to);
  }

  /** Jaccard. */
  private static double overlap(int[] ours, int[] theirs, int[] translated) {
    int shared = 0;
    for (int item : theirs) {
      shared += Arrays.binarySearch(ours, translated[item]) >= 0 ? 1 : 0;
    }
    return (double) shared / (ours.length + theirs.length - shared);
  }

  /** The overlap of the expected number of shared items when both lists are drawn at random. */
  private double chance(int ours, int theirs) {
    double shared = (double) ours * theirs / (own.length - 1);
    return shared / (ours + theirs - shared);
  }
}
