package io.aisle.core.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.Progress;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Writes the lists of some or all users as {@code user rank item score}: {@code {folder, users, k,
 * out}} with {@code users} null for all; returns nothing.
 */
public final class RecommendOp implements WorkerOp {
  public static final String NAME = "recommend";
  private final OpenRuns runs;

  public RecommendOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    OpenRun run = runs.of(args);
    Catalogue catalogue = run.data().catalogue();
    int[] users = users(run, args.required("users"));
    int[] done = new int[1];
    RunTables.writeTop(
        Path.of(args.required("out").asText()),
        sink ->
            run.lists(
                users,
                args.required("k").asInt(),
                (user, items, scores) -> {
                  for (int rank = 0; rank < items.length; rank++) {
                    sink.row(
                        catalogue.users().get(user),
                        Integer.toString(rank + 1),
                        catalogue.items().get(items[rank]),
                        Float.toString(scores[rank]));
                  }
                  context.at(new Progress("recommending", ++done[0], users.length));
                },
                context));
    return NullNode.getInstance();
  }

  private static int[] users(OpenRun run, JsonNode wanted) {
    if (wanted.isNull()) {
      return IntStream.range(0, run.data().catalogue().users().size()).toArray();
    }
    return IntStream.range(0, wanted.size()).map(at -> run.user(wanted.get(at).asText())).toArray();
  }
}
