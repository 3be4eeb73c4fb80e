package io.aisle.core.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.core.training.WarmWorker;
import io.aisle.domain.InputException;

/** Exports lists in a worker of its own. Blocks; call it in a job. Thread-safe. */
public final class ListExportService {
  private static final int LONGEST = 100_000;

  private final WorkerLauncher workers;

  public ListExportService(WorkerLauncher workers) {
    this.workers = workers;
  }

  /**
   * Writes the lists of a run, made from the history at test time, whole or not at all.
   *
   * @throws InputException when the run has no model, a user is unknown or a number is out of range
   */
  public ListExport.Written write(RunFolder run, ListExport export, JobControl control) {
    requireModel(run);
    requireWithin("k", export.k(), 1);
    requireWithin("the least history", export.minHistory(), 0);
    ObjectNode args = RunJson.mapper().createObjectNode();
    args.put("folder", run.path().toAbsolutePath().toString());
    args.put("k", export.k());
    args.put("minHistory", export.minHistory());
    args.put("out", export.out().toAbsolutePath().toString());
    args.put("format", ListFormat.of(export.out()).name());
    if (export.users().isEmpty()) {
      args.putNull("users");
    } else {
      ArrayNode wanted = args.putArray("users");
      export.users().forEach(wanted::add);
    }
    try (WarmWorker worker = new WarmWorker(workers)) {
      JsonNode answer = worker.ask(run, ExportOp.NAME, args, WorkerEvents.of(control), control);
      return new ListExport.Written(answer.path("users").asInt(), answer.path("rows").asLong());
    }
  }

  private static void requireModel(RunFolder run) {
    if (!run.record().answers()) {
      throw new InputException(
          "%s holds lists that another system made, so there is no model to ask; the lists stand in %s"
              .formatted(run.path(), run.topFile()));
    }
  }

  private static void requireWithin(String what, int value, int least) {
    if (value < least || value > LONGEST) {
      throw new InputException(
          "%s is %d, but it must be at least %d and at most %d"
              .formatted(what, value, least, LONGEST));
    }
  }
}
