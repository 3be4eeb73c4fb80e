package io.aisle.core.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.explanation.WhatIf.Entry;
import io.aisle.core.explanation.WhatIf.Place;
import io.aisle.core.explanation.WhatIf.RunList;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.domain.explanation.HistoryEdit;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.store.sealed.Sealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists of several runs after edits of a history: {@code {folders, user, k, edits}}; returns a
 * {@link WhatIf}. The runs stay open, so that the next edit costs its scoring alone.
 */
public final class WhatIfOp implements WorkerOp {
  public static final String NAME = "what-if";

  /** Places before the edits that are told. */
  private static final int DEPTH = 100;

  private final OpenRuns runs;

  public WhatIfOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    String userId = args.required("user").asText();
    int k = args.required("k").asInt();
    List<HistoryEdit> edits = EditSection.fromJson(args.required("edits"));
    List<Place> history = List.of();
    Instant moment = null;
    List<RunList> lists = new ArrayList<>();
    for (JsonNode folder : args.required("folders")) {
      OpenRun run = runs.of(new RunFolder(Sealed.path(folder.asText())));
      int user = run.user(userId);
      EditedPast edited = EditedPast.of(run, user, edits);
      if (lists.isEmpty()) {
        history = places(run, edited.after());
        moment = edited.after().instant();
      }
      lists.add(list(run, user, edited, k, context));
    }
    return RunJson.mapper().valueToTree(new WhatIf(userId, moment, history, lists));
  }

  private static RunList list(
      OpenRun run, int user, EditedPast edited, int k, CancelSignal cancel) {
    int[] usually = run.seen(user);
    List<int[]> seen = List.of(usually, edited.seen(usually));
    List<int[]> items = new ArrayList<>();
    List<float[]> scores = new ArrayList<>();
    run.lists(
        Past.block(List.of(edited.before(), edited.after())),
        seen::get,
        Math.max(k, DEPTH),
        run.reranker(),
        (_, list, values) -> {
          items.add(list);
          scores.add(values);
        },
        cancel);
    Set<Integer> truth = Arrays.stream(run.truth().row(user)).boxed().collect(Collectors.toSet());
    List<Integer> before = Arrays.stream(items.getFirst()).boxed().toList();
    int[] after = items.getLast();
    List<Entry> entries = new ArrayList<>();
    for (int at = 0; at < Math.min(k, after.length); at++) {
      entries.add(
          new Entry(
              at + 1,
              Named.of(run.data().catalogue(), after[at]),
              scores.getLast()[at],
              before.indexOf(after[at]) + 1,
              truth.contains(after[at])));
    }
    return new RunList(run.folder().path(), stored(run, user, before, cancel), entries);
  }

  /** Whether the user's usual list differs from the one of a stranger with the same history. */
  private static boolean stored(
      OpenRun run, int user, List<Integer> stranger, CancelSignal cancel) {
    boolean[] differs = new boolean[1];
    run.lists(
        HistoryBlock.of(run.history(), new int[] {user}, 0, 1),
        _ -> run.seen(user),
        DEPTH,
        run.reranker(),
        (_, list, _) ->
            differs[0] =
                !Arrays.stream(list)
                    .boxed()
                    .toList()
                    .equals(stranger.subList(0, Math.min(list.length, stranger.size()))),
        cancel);
    return differs[0];
  }

  private static List<Place> places(OpenRun run, Past past) {
    List<Place> places = new ArrayList<>();
    for (int at = 0; at < past.size(); at++) {
      places.add(
          new Place(
              Named.of(run.data().catalogue(), past.items()[at]),
              past.values()[at],
              past.times().length == 0 ? null : Instant.ofEpochSecond(past.times()[at])));
    }
    return places;
  }
}
