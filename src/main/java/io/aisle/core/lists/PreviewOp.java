package io.aisle.core.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RerankSection;
import io.aisle.core.training.RunJson;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.ml.rerank.Reranker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One user's list before and after rules: {@code {folder, user, rules, k}}; returns {@code {before,
 * after}} with {@code [{item, title, category, hit}]}.
 */
public final class PreviewOp implements WorkerOp {
  public static final String NAME = "preview";
  private final OpenRuns runs;

  public PreviewOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    OpenRun run = runs.of(args);
    int user = run.user(args.required("user").asText());
    int k = args.required("k").asInt();
    List<RerankRule> rules = new ArrayList<>(run.rules());
    rules.addAll(RerankSection.fromJson(args.required("rules")));
    Reranker after = run.data().reranker(rules, run.history());
    Set<Integer> truth = Arrays.stream(run.truth().row(user)).boxed().collect(Collectors.toSet());
    ObjectNode answer = RunJson.mapper().createObjectNode();
    ArrayNode first = answer.putArray("before");
    run.lists(new int[] {user}, k, (_, items, _) -> places(run, items, truth, first), context);
    ArrayNode second = answer.putArray("after");
    run.lists(
        new int[] {user}, k, after, (_, items, _) -> places(run, items, truth, second), context);
    return answer;
  }

  private static void places(OpenRun run, int[] items, Set<Integer> truth, ArrayNode to) {
    for (int item : items) {
      ObjectNode place = to.addObject();
      place.put("item", run.data().catalogue().items().get(item));
      place.put("title", run.data().catalogue().titles().get(item));
      place.put("category", run.data().catalogue().categories().get(item));
      place.put("hit", truth.contains(item));
    }
  }
}
