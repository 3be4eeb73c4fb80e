package io.aisle.core.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunJson;
import java.util.Optional;

/**
 * Explains: {@code {folder, user, item}} with {@code item} null for the top recommendation; returns
 * an {@link Explanation}.
 */
public final class ExplainOp implements WorkerOp {
  public static final String NAME = "explain";
  private final OpenRuns runs;

  public ExplainOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    Explainer explainer = new Explainer(runs.of(args), context);
    JsonNode item = args.required("item");
    return RunJson.mapper()
        .valueToTree(
            explainer.explain(
                args.required("user").asText(),
                item.isNull() ? Optional.empty() : Optional.of(item.asText())));
  }
}
