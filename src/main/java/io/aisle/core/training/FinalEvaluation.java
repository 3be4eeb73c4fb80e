package io.aisle.core.training;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.PredictionMaker;
import io.aisle.core.evaluation.PredictionRows;
import io.aisle.core.evaluation.Predictions;
import io.aisle.core.job.WorkerContext;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.run.Derived;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.Predictor;
import io.aisle.ml.model.SafeTensors;
import io.aisle.ml.model.Scorer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a trained model is worth.
 *
 * @param valid means on the validation part by metric; empty when that part is
 * @param test the lists on the test part
 * @param predictions on the test part; empty for models that make none
 * @param derived what the rules of the experiment changed; null when it has none
 * @param seconds wall time
 */
record FinalEvaluation(
    Map<String, Double> valid,
    Evaluation test,
    Optional<Predictions> predictions,
    Derived derived,
    double seconds) {
  /** Nothing was held out, so nothing is judged. */
  static final FinalEvaluation NONE =
      new FinalEvaluation(
          Map.of(),
          new Evaluation(
              new int[0], List.of(), new double[0][], Map.of(), new int[0][], new float[0][], 0),
          Optional.empty(),
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
    SplitData split = data.split();
    Judging judging = Judging.of(experiment, data, scope.compute(), context);
    try (Scorer scorer =
        ModelFamilies.load(
            experiment.model(),
            SafeTensors.read(folder.weights()),
            data.fitData(experiment),
            scope.compute())) {
      PredictionMaker maker = new PredictionMaker(scope.compute().parallel(), context, context);
      Map<String, Double> valid = new LinkedHashMap<>(judging.valid(scorer, experiment.rerank()));
      if (!valid.isEmpty()) {
        predict(maker, experiment, scorer, split, judging.validation())
            .ifPresent(made -> valid.putAll(made.figures()));
      }
      Evaluation test = judging.test(scorer, experiment.rerank());
      return new FinalEvaluation(
          valid,
          test,
          predict(maker, experiment, scorer, split, judging.test()),
          derived(judging, scorer, experiment, test),
          (System.nanoTime() - start) / 1e9);
    }
  }

  private static Derived derived(
      Judging judging, Scorer scorer, Experiment experiment, Evaluation test) {
    return experiment.rerank().isEmpty()
        ? null
        : new Derived(
            List.of(),
            List.of(judging.exposure(judging.test(scorer, List.of()))),
            judging.exposure(test));
  }

  private static Optional<Predictions> predict(
      PredictionMaker maker,
      Experiment experiment,
      Scorer scorer,
      SplitData split,
      EvaluationStage stage) {
    if (!(scorer instanceof Predictor predictor)) {
      return Optional.empty();
    }
    PredictionRows rows =
        PredictionRows.of(split, stage.truth(), experiment.side().label(), predictor.target());
    return Optional.of(maker.predict(predictor, stage.history(), rows));
  }

  /** Figures on the test part by metric, of lists and of predictions. */
  Map<String, Double> testFigures() {
    Map<String, Double> figures = new LinkedHashMap<>(test.meansById());
    predictions.ifPresent(made -> figures.putAll(made.figures()));
    return figures;
  }
}
