package io.aisle.core.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunJson;

/** Why an item is not in a list: {@code {folder, user, item, k}}; returns a {@link WhyNot}. */
public final class WhyNotOp implements WorkerOp {
  public static final String NAME = "why-not";
  private final OpenRuns runs;

  public WhyNotOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    return RunJson.mapper()
        .valueToTree(
            new WhyNotFinder(runs.of(args), context)
                .find(
                    args.required("user").asText(),
                    args.required("item").asText(),
                    args.required("k").asInt()));
  }
}
