package io.aisle.core.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunJson;
import java.util.Optional;

/**
 * What each feature adds to a score: {@code {folder, user, item, samples, seed}} with {@code item}
 * null for the top recommendation; returns {@link FeatureShares}, or null for a model that is not
 * made of features.
 */
public final class FeaturesOp implements WorkerOp {
  public static final String NAME = "features";
  private final OpenRuns runs;

  public FeaturesOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    JsonNode item = args.required("item");
    return new FeatureExplainer(runs.of(args), context)
        .explain(
            args.required("user").asText(),
            item.isNull() ? Optional.empty() : Optional.of(item.asText()),
            args.required("samples").asInt(),
            args.required("seed").asLong())
        .<JsonNode>map(RunJson.mapper()::valueToTree)
        .orElse(NullNode.getInstance());
  }
}
