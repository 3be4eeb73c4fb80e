package io.aisle.core.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What happens to an item when one place of the history is taken away at a time. Everything is
 * scored from the history alone.
 *
 * @param score of the item from the whole history
 * @param rank of the item then, from 1
 * @param spread standard deviation of the catalogue's scores then
 * @param places which places of the history were taken away, ascending
 * @param scores {@code [places]} of the item without each
 * @param ranks {@code [places]} of the item without each
 */
record Drops(double score, int rank, double spread, int[] places, double[] scores, int[] ranks) {
  static Drops of(Rescorer rescorer, Past past, int item, Candidates candidates, int[] places) {
    List<Past> histories = new ArrayList<>();
    histories.add(past);
    for (int place : places) {
      histories.add(past.without(place));
    }
    double[] score = new double[histories.size()];
    int[] rank = new int[histories.size()];
    double[] spread = new double[1];
    rescorer.each(
        histories,
        (row, all, from) -> {
          score[row] = all[from + item];
          rank[row] = candidates.rank(all, from, item);
          if (row == 0) {
            spread[0] = Rescorer.deviation(all, from, candidates.masked().length);
          }
        });
    double[] scores = new double[places.length];
    int[] ranks = new int[places.length];
    for (int at = 0; at < places.length; at++) {
      scores[at] = score[at + 1];
      ranks[at] = rank[at + 1];
    }
    return new Drops(score[0], rank[0], spread[0], places, scores, ranks);
  }

  /** The drops of places from one on. */
  Drops from(int first) {
    int skipped = (int) Arrays.stream(places).filter(place -> place < first).count();
    return new Drops(
        score,
        rank,
        spread,
        Arrays.copyOfRange(places, skipped, places.length),
        Arrays.copyOfRange(scores, skipped, places.length),
        Arrays.copyOfRange(ranks, skipped, places.length));
  }

  /** The score less the score without each place. */
  double[] contributions() {
    return Arrays.stream(scores).map(without -> score - without).toArray();
  }

  /** How many ranks the item falls without each place. */
  double[] rankFalls() {
    double[] falls = new double[places.length];
    for (int at = 0; at < falls.length; at++) {
      falls[at] = ranks[at] - rank;
    }
    return falls;
  }

  /** How far its score falls without each place, in standard deviations of the user's scores. */
  double[] scoreFalls() {
    double[] falls = new double[places.length];
    for (int at = 0; at < falls.length; at++) {
      falls[at] = spread > 0 ? (score - scores[at]) / spread : 0;
    }
    return falls;
  }
}
