package io.aisle.core.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.domain.OperationException;
import io.aisle.store.sealed.Sealed;

/** Trains in a prepared run folder: {@code {folder, parent, parentPeakMb}}; returns nothing. */
public final class TrainOp implements WorkerOp {
  public static final String NAME = "train";

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    RunFolder folder = new RunFolder(Sealed.path(args.required("folder").asText()));
    TrainingRun.requirePrepared(folder);
    boolean apart = args.required("parent").asLong() != ProcessHandle.current().pid();
    long parentPeakMb = apart ? args.required("parentPeakMb").asLong() : 0;
    try {
      new TrainingRun(folder, parentPeakMb, context).execute();
    } catch (RuntimeException e) {
      note(folder, e);
      throw e;
    }
    return NullNode.getInstance();
  }

  /** The folder's own log says how its training ended; what failed stays what is thrown. */
  private static void note(RunFolder folder, RuntimeException failure) {
    try {
      new RunLog(folder.log()).line("ended before its end: " + failure.getMessage());
    } catch (OperationException e) {
      failure.addSuppressed(e);
    }
  }
}
