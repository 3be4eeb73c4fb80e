package io.aisle.core.explanation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.core.training.WarmWorker;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import java.util.Optional;

/** Explanations, computed in a worker. Blocks; thread-safe. */
public final class ExplanationService {
  private final WarmWorker worker;

  /**
   * @param worker stays the caller's, who closes it
   */
  public ExplanationService(WarmWorker worker) {
    this.worker = worker;
  }

  /**
   * The JSON that {@code aisle explain} prints.
   *
   * @param item external id; empty: the top recommendation
   * @throws io.aisle.domain.InputException when run, user or item are not there
   */
  public JsonNode json(RunFolder run, String user, Optional<String> item, CancelSignal cancel) {
    ObjectNode args = RunJson.mapper().createObjectNode();
    args.put("folder", run.path().toAbsolutePath().toString());
    args.put("user", user);
    args.put("item", item.orElse(null));
    return worker.ask(run, ExplainOp.NAME, args, WorkerEvents.NONE, cancel);
  }

  /** As {@link #json}, as a record. */
  public Explanation explain(
      RunFolder run, String user, Optional<String> item, CancelSignal cancel) {
    try {
      return RunJson.mapper().treeToValue(json(run, user, item, cancel), Explanation.class);
    } catch (JsonProcessingException e) {
      throw new OperationException("The worker's explanation cannot be read; try again", e);
    }
  }
}
