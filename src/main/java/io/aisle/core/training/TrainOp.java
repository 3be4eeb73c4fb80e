package io.aisle.core.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import java.nio.file.Path;

/** Trains in a prepared run folder: {@code {folder, parent, parentPeakMb}}; returns nothing. */
public final class TrainOp implements WorkerOp {
  public static final String NAME = "train";

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    RunFolder folder = new RunFolder(Path.of(args.required("folder").asText()));
    TrainingRun.requirePrepared(folder);
    boolean apart = args.required("parent").asLong() != ProcessHandle.current().pid();
    long parentPeakMb = apart ? args.required("parentPeakMb").asLong() : 0;
    new TrainingRun(folder, parentPeakMb, context).execute();
    return NullNode.getInstance();
  }
}
