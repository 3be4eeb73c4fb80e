package io.aisle.core.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.evaluation.Evaluator;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunJson;
import io.aisle.domain.experiment.ProtocolSpec;
import java.util.OptionalInt;

/**
 * What the lists of a run would be worth if its model ranked sampled candidates: {@code {folder,
 * candidates}}; returns the means on the test part by metric id. Nothing is stored.
 */
public final class SampledOp implements WorkerOp {
  public static final String NAME = "sampled";
  private final OpenRuns runs;

  public SampledOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    OpenRun run = runs.of(args);
    ProtocolSpec own = run.protocol();
    ProtocolSpec sampled =
        new ProtocolSpec(
            OptionalInt.of(args.required("candidates").asInt()),
            own.excludeSeen(),
            own.history(),
            own.metrics(),
            own.k());
    Evaluation evaluation =
        new Evaluator(
                sampled, run.compute().context().seed(), run.compute().parallel(), context, context)
            .reranking(run.data().reranker(run.rules(), run.history()))
            .evaluate(
                run.scorer(),
                run.stage(),
                sampled.all(),
                sampled.listDepth(),
                run.data().split().train().itemCounts());
    return RunJson.mapper().valueToTree(evaluation.meansById());
  }
}
