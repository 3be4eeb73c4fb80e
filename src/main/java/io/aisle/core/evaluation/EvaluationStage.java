package io.aisle.core.evaluation;

import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;

/**
 * Who may look at what when lists are judged; the three parts are of one shape.
 *
 * @param history what a user is scored from
 * @param seen what is masked when seen items are excluded: the interactions of the history and of
 *     what was fitted on, but not events of other kinds among them
 * @param truth what the lists are held against
 */
public record EvaluationStage(Interactions history, Interactions seen, Interactions truth) {
  public EvaluationStage {
    if (history.users() != truth.users()
        || seen.users() != truth.users()
        || history.items() != truth.items()
        || seen.items() != truth.items()) {
      throw new IllegalArgumentException("the parts of an evaluation differ in shape");
    }
  }

  /** While a model is being fitted or chosen: from the training part, against validation. */
  public static EvaluationStage validation(SplitData split) {
    return new EvaluationStage(split.train(), split.train(), split.valid());
  }

  /**
   * At the end: training and validation are masked, whichever of them the user is scored from.
   *
   * @param history whether validation is part of the history or only the training part is
   */
  public static EvaluationStage test(SplitData split, ProtocolSpec.History history) {
    Interactions seen = split.train().mergedWith(split.valid());
    Interactions from = history == ProtocolSpec.History.ALL ? seen : split.train();
    return new EvaluationStage(from, seen, split.test());
  }
}
