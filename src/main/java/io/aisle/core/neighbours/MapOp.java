package io.aisle.core.neighbours;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunJson;

/** Draws the items: {@code {folder, projection, seed}}; returns an {@link ItemMap}. */
public final class MapOp implements WorkerOp {
  public static final String NAME = "item-map";
  private final OpenRuns runs;

  public MapOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    OpenRun run = runs.of(args);
    MapMaker maker =
        new MapMaker(
            Spaces.vectors(run),
            run.data().catalogue().items(),
            run.data().split().train().itemCounts());
    return RunJson.mapper()
        .valueToTree(
            maker.draw(
                Projection.valueOf(args.required("projection").asText()),
                args.required("seed").asLong(),
                context,
                context));
  }
}
