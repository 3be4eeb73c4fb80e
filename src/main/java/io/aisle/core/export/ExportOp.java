package io.aisle.core.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunJson;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.Progress;
import io.aisle.store.sealed.Sealed;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Writes the lists of some or all users into a file: {@code {folder, users, k, minHistory, out,
 * format}} with {@code users} null for all; returns {@code {users, rows}}.
 */
public final class ExportOp implements WorkerOp {
  public static final String NAME = "export";
  private final OpenRuns runs;

  public ExportOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    OpenRun run = runs.of(args);
    int[] users = users(run, args.required("users"), args.required("minHistory").asInt());
    int k = args.required("k").asInt();
    long[] rows = new long[1];
    ListFile.write(
        Sealed.path(args.required("out").asText()),
        ListFormat.valueOf(args.required("format").asText()),
        sink ->
            lists(
                run,
                users,
                k,
                row -> {
                  rows[0]++;
                  sink.accept(row);
                },
                context));
    ObjectNode result = RunJson.mapper().createObjectNode();
    result.put("users", users.length);
    result.put("rows", rows[0]);
    return result;
  }

  private static void lists(
      OpenRun run, int[] users, int k, Consumer<ListRow> sink, WorkerContext context) {
    Catalogue catalogue = run.data().catalogue();
    int[] done = new int[1];
    run.lists(
        users,
        k,
        (user, items, scores) -> {
          for (int rank = 0; rank < items.length; rank++) {
            sink.accept(
                new ListRow(
                    catalogue.users().get(user),
                    rank + 1,
                    catalogue.items().get(items[rank]),
                    catalogue.titles().get(items[rank]),
                    scores[rank]));
          }
          context.at(new Progress("recommending", ++done[0], users.length));
        },
        context);
  }

  private static int[] users(OpenRun run, JsonNode wanted, int minHistory) {
    IntStream users =
        wanted.isNull()
            ? IntStream.range(0, run.data().catalogue().users().size())
            : IntStream.range(0, wanted.size()).map(at -> run.user(wanted.get(at).asText()));
    return users.filter(user -> run.history().length(user) >= minHistory).toArray();
  }
}
