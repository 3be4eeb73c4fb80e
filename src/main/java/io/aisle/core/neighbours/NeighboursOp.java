package io.aisle.core.neighbours;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunJson;
import io.aisle.domain.data.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** The items nearest to one: {@code {folder, item, k}}; returns a {@link Neighbourhood}. */
public final class NeighboursOp implements WorkerOp {
  public static final String NAME = "neighbours";
  private final OpenRuns runs;

  public NeighboursOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    OpenRun run = runs.of(args);
    int item = run.item(args.required("item").asText());
    NearestItems nearest = NearestItems.of(Spaces.of(run), run.ties());
    NearestItems.Found found = nearest.of(item, args.required("k").asInt());
    Catalogue catalogue = run.data().catalogue();
    List<Neighbour> list = new ArrayList<>();
    for (int rank = 0; rank < found.items().length; rank++) {
      int other = found.items()[rank];
      list.add(
          new Neighbour(
              catalogue.items().get(other),
              catalogue.titles().get(other),
              found.similarity()[rank]));
    }
    return RunJson.mapper()
        .valueToTree(
            new Neighbourhood(
                catalogue.items().get(item),
                catalogue.titles().get(item),
                nearest.measure(),
                list));
  }
}
