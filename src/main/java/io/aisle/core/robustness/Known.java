package io.aisle.core.robustness;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.ml.data.Interactions;
import java.util.BitSet;

/**
 * What is known of the users before anything is changed.
 *
 * @param stage the unperturbed one
 */
record Known(EvaluationStage stage) {
  int[] history(int user) {
    return stage.history().row(user);
  }

  /** What a user has had or takes next: nothing that is put into the history may be of it. */
  BitSet own(int user) {
    BitSet own = new BitSet(stage.history().items());
    mark(stage.history(), user, own);
    mark(stage.seen(), user, own);
    mark(stage.truth(), user, own);
    return own;
  }

  private static void mark(Interactions part, int user, BitSet own) {
    for (int at = part.offsets()[user]; at < part.offsets()[user + 1]; at++) {
      own.set(part.item()[at]);
    }
  }

  /** The same stage with other histories, judged for some users alone. */
  EvaluationStage with(Interactions history, Interactions truth) {
    return new EvaluationStage(history, stage.seen(), truth);
  }
}
