package io.aisle.core.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run recommends to one user: {@code {folder, user, k}}; returns {@code [{rank, item, title,
 * score, hit}]}.
 */
public final class ListsOp implements WorkerOp {
  public static final String NAME = "lists";
  private final OpenRuns runs;

  public ListsOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    OpenRun run = runs.of(args);
    int user = run.user(args.required("user").asText());
    Set<Integer> truth = Arrays.stream(run.truth().row(user)).boxed().collect(Collectors.toSet());
    ArrayNode list = RunJson.mapper().createArrayNode();
    run.lists(
        new int[] {user},
        args.required("k").asInt(),
        (_, items, scores) -> {
          for (int rank = 0; rank < items.length; rank++) {
            ObjectNode place = list.addObject();
            place.put("rank", rank + 1);
            place.put("item", run.data().catalogue().items().get(items[rank]));
            place.put("title", run.data().catalogue().titles().get(items[rank]));
            place.put("score", scores[rank]);
            place.put("hit", truth.contains(items[rank]));
          }
        },
        context);
    return list;
  }
}
