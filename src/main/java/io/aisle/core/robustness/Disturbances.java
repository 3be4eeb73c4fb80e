package io.aisle.core.robustness;

import io.aisle.ml.data.AliasTable;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.rerank.CoOccurrence;
import java.util.Arrays;

/** The ways of changing histories. */
final class Disturbances {
  private final Noise noise;
  private final Missing missing;
  private final Popular popular;
  private final Push push;
  private final Cut cut;

  /**
   * @param train says what is popular and what goes together
   */
  Disturbances(Known known, Interactions train, long seed) {
    int[] popularity = train.itemCounts();
    this.noise = new Noise(known, seed);
    this.missing = new Missing(known, seed);
    this.popular =
        new Popular(
            known, new AliasTable(Arrays.stream(popularity).asDoubleStream().toArray()), seed);
    this.push = new Push(known, Push.targets(popularity), new CoOccurrence(train), seed);
    this.cut = new Cut(known);
  }

  Disturbance of(Perturbation kind) {
    return switch (kind) {
      case NOISE -> noise;
      case MISSING -> missing;
      case POPULAR -> popular;
      case PUSH -> push;
      case CUT -> cut;
    };
  }

  /** The target that is pushed at a user; -1 for none. */
  int target(Perturbation kind, int user, int round) {
    return kind == Perturbation.PUSH ? push.target(user, round) : -1;
  }
}
