package io.aisle.core.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunJson;

/**
 * How far a model's attention can be believed: {@code {folder, users}}; returns a {@link
 * Faithfulness}, or null for a model without attention. The seed is the run's.
 */
public final class FaithfulnessOp implements WorkerOp {
  public static final String NAME = "faithfulness";
  private final OpenRuns runs;

  public FaithfulnessOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    OpenRun run = runs.of(args);
    return new FaithfulnessSample(
            run.scorer(), run.history(), user -> Candidates.of(run, user), run.record().seed())
        .of(args.required("users").asInt(), context, context)
        .<JsonNode>map(RunJson.mapper()::valueToTree)
        .orElse(NullNode.getInstance());
  }
}
