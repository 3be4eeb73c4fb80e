package io.aisle.core.training;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.Evaluator;
import io.aisle.core.job.WorkerContext;
import io.aisle.domain.experiment.Experiment;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.SafeTensors;
import io.aisle.ml.model.Scorer;
import java.util.List;
import java.util.Map;

/**
 * What a trained model is worth.
 *
 * @param valid means on the validation part by metric; empty when that part is
 * @param test on the test part
 * @param seconds wall time
 */
record FinalEvaluation(Map<String, Double> valid, Evaluation test, double seconds) {
  /** Nothing was held out, so nothing is judged. */
  static final FinalEvaluation NONE =
      new FinalEvaluation(
          Map.of(),
          new Evaluation(
              new int[0], List.of(), new double[0][], Map.of(), new int[0][], new float[0][], 0),
          0);

  /** Judges what was saved, not what is in memory: the files are what others will use. */
  static FinalEvaluation of(
      RunFolder folder,
      Experiment experiment,
      RunData data,
      EvaluationStage validation,
      ComputeScope scope,
      WorkerContext context) {
    long start = System.nanoTime();
    SplitData split = data.split();
    Evaluator evaluator =
        new Evaluator(
            experiment.protocol(),
            scope.compute().context().seed(),
            scope.compute().parallel(),
            context,
            context);
    int[] popularity = split.train().itemCounts();
    EvaluationStage last = EvaluationStage.test(split, experiment.protocol().history());
    try (Scorer scorer =
        ModelFamilies.load(
            experiment.model(),
            SafeTensors.read(folder.weights()),
            data.fitData(experiment),
            scope.compute())) {
      Map<String, Double> valid =
          split.valid().size() > 0
              ? evaluate(evaluator, experiment, scorer, validation, popularity).meansById()
              : Map.of();
      Evaluation test = evaluate(evaluator, experiment, scorer, last, popularity);
      return new FinalEvaluation(valid, test, (System.nanoTime() - start) / 1e9);
    }
  }

  private static Evaluation evaluate(
      Evaluator evaluator,
      Experiment experiment,
      Scorer scorer,
      EvaluationStage stage,
      int[] popularity) {
    return evaluator.evaluate(
        scorer, stage, experiment.protocol().all(), experiment.protocol().listDepth(), popularity);
  }
}
