package io.aisle.core.training;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.Evaluator;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.rerank.Categories;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.run.Exposure;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.rerank.ExposureMeter;
import java.util.List;
import java.util.Map;

/**
 * Judges a scorer's lists under one protocol, after the rules of the run. Confined to the thread of
 * the job.
 */
public final class Judging {
  /** Places of each list that count for exposure. */
  public static final int DEPTH = 10;

  private final RunData data;
  private final ProtocolSpec protocol;
  private final EvaluationStage validation;
  private final EvaluationStage test;
  private final Compute compute;
  private final CancelSignal cancel;
  private final ProgressListener progress;
  private final int[] popularity;

  private Judging(
      RunData data,
      ProtocolSpec protocol,
      EvaluationStage validation,
      EvaluationStage test,
      Compute compute,
      CancelSignal cancel,
      ProgressListener progress) {
    this.data = data;
    this.protocol = protocol;
    this.validation = validation;
    this.test = test;
    this.compute = compute;
    this.cancel = cancel;
    this.progress = progress;
    this.popularity = data.split().train().itemCounts();
  }

  /** Of the model of an experiment, with all that it may know of its users. */
  static Judging of(Experiment experiment, RunData data, Compute compute, WorkerContext context) {
    return new Judging(
        data,
        experiment.protocol(),
        data.validation(experiment),
        data.test(experiment),
        compute,
        context,
        context);
  }

  /** As an open run was judged. */
  public static Judging like(OpenRun run, WorkerContext context) {
    return of(run.folder().declared(), run.data(), run.compute(), context);
  }

  EvaluationStage validation() {
    return validation;
  }

  EvaluationStage test() {
    return test;
  }

  /** Means on the validation part by metric id; empty when that part is. */
  public Map<String, Double> valid(Scorer scorer, List<RerankRule> rules) {
    return data.split().valid().size() > 0
        ? judge(scorer, validation, rules).meansById()
        : Map.of();
  }

  /** What the lists on the test part are worth. */
  public Evaluation test(Scorer scorer, List<RerankRule> rules) {
    return judge(scorer, test, rules);
  }

  private Evaluation judge(Scorer scorer, EvaluationStage stage, List<RerankRule> rules) {
    return new Evaluator(protocol, compute.context().seed(), compute.parallel(), cancel, progress)
        .reranking(data.reranker(rules, stage.history()))
        .evaluate(scorer, stage, protocol.all(), protocol.listDepth(), popularity);
  }

  /** What the lists of an evaluation put before their users. */
  public Exposure exposure(Evaluation evaluation) {
    return new ExposureMeter(data.split().train(), Categories.of(data.catalogue()).ofItem())
        .measure(evaluation.users(), evaluation.lists(), DEPTH);
  }
}
