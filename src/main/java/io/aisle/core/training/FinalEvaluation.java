package io.aisle.core.training;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.job.WorkerContext;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.run.Derived;
import io.aisle.ml.model.SafeTensors;
import io.aisle.ml.model.Scorer;
import java.util.List;
import java.util.Map;

/**
 * What a trained model is worth.
 *
 * @param valid means on the validation part by metric; empty when that part is
 * @param test on the test part
 * @param derived what the rules of the experiment changed; null when it has none
 * @param seconds wall time
 */
record FinalEvaluation(
    Map<String, Double> valid, Evaluation test, Derived derived, double seconds) {
  /** Nothing was held out, so nothing is judged. */
  static final FinalEvaluation NONE =
      new FinalEvaluation(
          Map.of(),
          new Evaluation(
              new int[0], List.of(), new double[0][], Map.of(), new int[0][], new float[0][], 0),
          null,
          0);

  /** Judges what was saved, not what is in memory: the files are what others will use. */
  static FinalEvaluation of(
      RunFolder folder,
      Experiment experiment,
      RunData data,
      ComputeScope scope,
      WorkerContext context) {
    long start = System.nanoTime();
    Judging judging = new Judging(data, experiment.protocol(), scope.compute(), context, context);
    try (Scorer scorer =
        ModelFamilies.load(
            experiment.model(),
            SafeTensors.read(folder.weights()),
            data.fitData(experiment),
            scope.compute())) {
      Map<String, Double> valid = judging.valid(scorer, experiment.rerank());
      Evaluation test = judging.test(scorer, experiment.rerank());
      Derived derived = null;
      if (!experiment.rerank().isEmpty()) {
        derived =
            new Derived(
                List.of(),
                List.of(judging.exposure(judging.test(scorer, List.of()))),
                judging.exposure(test));
      }
      return new FinalEvaluation(valid, test, derived, (System.nanoTime() - start) / 1e9);
    }
  }
}
