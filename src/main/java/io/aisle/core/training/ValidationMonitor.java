package io.aisle.core.training;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.Evaluator;
import io.aisle.core.evaluation.PredictionMaker;
import io.aisle.core.evaluation.PredictionRows;
import io.aisle.core.evaluation.Predictions;
import io.aisle.core.job.WorkerContext;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.model.Metric;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Predictor;
import io.aisle.ml.model.Scorer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The monitored metric on the validation part, after each epoch. Confined to the worker's thread.
 */
final class ValidationMonitor {
  private final Experiment experiment;
  private final SplitData split;
  private final EvaluationStage validation;
  private final int[] popularity;
  private final Evaluator evaluator;
  private final PredictionMaker maker;
  private Optional<PredictionRows> rows = Optional.empty();

  /**
   * @param validation what users are scored from, and the validation part
   */
  ValidationMonitor(
      Experiment experiment,
      SplitData split,
      EvaluationStage validation,
      Compute compute,
      WorkerContext context) {
    this.experiment = experiment;
    this.split = split;
    this.validation = validation;
    this.popularity = split.train().itemCounts();
    this.evaluator =
        new Evaluator(
            experiment.protocol(),
            compute.context().seed(),
            compute.parallel(),
            context,
            ProgressListener.NONE);
    this.maker = new PredictionMaker(compute.parallel(), context, ProgressListener.NONE);
  }

  /** Whether there is anything to judge by. */
  boolean possible() {
    return validation.truth().size() > 0;
  }

  /**
   * The metric with the parameters of now.
   *
   * @throws InputException when it is one of predictions that the model does not make
   */
  double value(ModelTrainer trainer) {
    Metric metric = experiment.training().monitor();
    try (Scorer scorer = trainer.scorer()) {
      return metric.ofPredictions()
          ? predictions(scorer, metric).figure(metric)
          : evaluator
              .evaluate(scorer, validation, List.of(metric), metric.k(), popularity)
              .mean(metric);
    }
  }

  private Predictions predictions(Scorer scorer, Metric metric) {
    List<Metric> made =
        scorer instanceof Predictor predictor ? Predictions.metrics(predictor.target()) : List.of();
    if (!made.contains(metric)) {
      throw new InputException(
          "training.monitor is %s, which %s does not report; write one like ndcg@10%s"
              .formatted(
                  metric,
                  experiment.model().kind().id(),
                  made.stream().map(each -> ", " + each).collect(Collectors.joining())));
    }
    Predictor predictor = (Predictor) scorer;
    if (rows.isEmpty()) {
      rows =
          Optional.of(
              PredictionRows.of(
                  split, validation.truth(), experiment.side().label(), predictor.target()));
    }
    return maker.predict(predictor, validation.history(), rows.get());
  }
}
