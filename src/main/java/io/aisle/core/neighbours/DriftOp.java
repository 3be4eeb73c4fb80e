package io.aisle.core.neighbours;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.store.sealed.Sealed;

/**
 * How neighbourhoods differ between two runs: {@code {folder, against, k}}; returns a {@link
 * Drift}.
 */
public final class DriftOp implements WorkerOp {
  public static final String NAME = "drift";
  private final OpenRuns runs;

  public DriftOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    OpenRun run = runs.of(args);
    OpenRun against = runs.of(new RunFolder(Sealed.path(args.required("against").asText())));
    DriftMeter meter =
        new DriftMeter(
            new DriftMeter.Side(Spaces.of(run), run.data().catalogue()),
            new DriftMeter.Side(Spaces.of(against), against.data().catalogue()),
            run.ties(),
            run.compute().parallel());
    return RunJson.mapper()
        .valueToTree(meter.measure(args.required("k").asInt(), context, context));
  }
}
