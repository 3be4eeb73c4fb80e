package io.aisle.architecture.planted.core.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import java.nio.file.Path;

/** A planted violation. */
public final class OpWithPlainPath implements WorkerOp {
  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    return TextNode.valueOf(Path.of(args.asText()).getFileName().toString());
  }
}
