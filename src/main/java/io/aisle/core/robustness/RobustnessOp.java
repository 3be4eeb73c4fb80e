package io.aisle.core.robustness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunJson;

/**
 * How far a run's lists and metrics move when histories are perturbed: {@code {folder, settings}};
 * returns a {@link Robustness}. Nothing is stored.
 */
public final class RobustnessOp implements WorkerOp {
  public static final String NAME = "robustness";
  private final OpenRuns runs;

  public RobustnessOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    RobustnessSettings settings = settings(args.required("settings"));
    OpenRun run = runs.of(args);
    return RunJson.mapper()
        .valueToTree(new Measurement(run, run.scorer(), settings, context, context).measure());
  }

  private static RobustnessSettings settings(JsonNode tree) {
    try {
      return RunJson.mapper().treeToValue(tree, RobustnessSettings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no settings: " + tree, e);
    }
  }
}
