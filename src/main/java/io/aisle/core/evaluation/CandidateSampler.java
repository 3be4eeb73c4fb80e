package io.aisle.core.evaluation;

import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.RandomStreams;
import java.util.SplittableRandom;

/**
 * Sampled candidates: a user's list is made of the test items and a given number of other items,
 * drawn uniformly and without repetition from those that are neither masked nor test items; all of
 * them when there are fewer. The draw depends on the user's index, the size of the catalogue and a
 * constant alone, so that every model of a protocol ranks the same candidates. Figures over sampled
 * candidates can order models differently than the whole catalogue does (Krichene and Rendle 2020,
 * doi 10.1145/3394486.3403226): mark them as such. Confined to one thread.
 */
final class CandidateSampler {
  /** Raise it when users are to get other candidates: it is part of their protocol's hash. */
  static final int VERSION = 2;

  private static final long SEED = 0x41_69_73_6C_65L;

  private final int wanted;
  private final boolean[] relevant;

  CandidateSampler(int wanted, int items) {
    this.wanted = wanted;
    this.relevant = new boolean[items];
  }

  /** Masks everything in a row of scores that is no candidate of the user. */
  void keepCandidates(float[] scores, int row, int user, Interactions truth) {
    mark(truth, user, true);
    int free = 0;
    for (int i = 0; i < relevant.length; i++) {
      free += isFree(scores, row, i) ? 1 : 0;
    }
    // selection sampling (Knuth, volume 2, algorithm S): one pass, no repetition
    SplittableRandom random = RandomStreams.of(SEED, 0, user);
    int missing = Math.min(wanted, free);
    for (int i = 0; i < relevant.length; i++) {
      if (isFree(scores, row, i)) {
        if (random.nextInt(free--) < missing) {
          missing--;
        } else {
          scores[row + i] = Float.NEGATIVE_INFINITY;
        }
      }
    }
    mark(truth, user, false);
  }

  private boolean isFree(float[] scores, int row, int item) {
    return !relevant[item] && scores[row + item] > Float.NEGATIVE_INFINITY;
  }

  private void mark(Interactions truth, int user, boolean value) {
    for (int i = truth.offsets()[user]; i < truth.offsets()[user + 1]; i++) {
      relevant[truth.item()[i]] = value;
    }
  }
}
