package io.aisle.core.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.explanation.Explanation;
import io.aisle.core.explanation.ExplanationService;
import io.aisle.core.explanation.HistoryItem;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.training.ListsOp;
import io.aisle.core.training.RecommendOp;
import io.aisle.core.training.RunData;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.core.training.WarmWorker;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Single users of complete runs: who they are, what they did, what each run recommends to them and
 * why. Scores come from a worker that is kept warm between questions. Every method blocks; call it
 * in a job. Thread-safe. Close it.
 */
public final class UsersService implements AutoCloseable {
  private final WarmWorker worker;
  private final ExplanationService explanations;
  private final RunDataCache data = new RunDataCache();

  public UsersService(WorkerLauncher workers) {
    this.worker = new WarmWorker(workers);
    this.explanations = new ExplanationService(worker);
  }

  /** All users of a run, in the order of its dictionary. */
  public List<UserLine> users(RunFolder run) {
    run.record();
    Map<String, double[]> values = run.perUserValues();
    RunData loaded = data.of(run);
    List<UserLine> lines = new ArrayList<>();
    for (int u = 0; u < loaded.catalogue().users().size(); u++) {
      String user = loaded.catalogue().users().get(u);
      lines.add(
          new UserLine(
              user, loaded.split().test().length(u), values.getOrDefault(user, new double[0])));
    }
    return lines;
  }

  /**
   * A user's test-time history, oldest first.
   *
   * @throws InputException naming the nearest known ids
   */
  public List<HistoryItem> history(RunFolder run, String user) {
    return data.history(run, user);
  }

  /**
   * What each run recommends to a user.
   *
   * @param k longest list, at least 1
   * @throws InputException when a run or the user is not there
   */
  public List<ModelList> lists(List<RunFolder> runs, String user, int k, CancelSignal cancel) {
    requireLength(k);
    List<ModelList> lists = new ArrayList<>();
    for (RunFolder run : runs) {
      cancel.check();
      ObjectNode args = arguments(run, k);
      args.put("user", user);
      JsonNode answer = worker.ask(run, ListsOp.NAME, args, WorkerEvents.NONE, cancel);
      List<Recommended> list = new ArrayList<>();
      for (JsonNode place : answer) {
        list.add(RunJson.mapper().convertValue(place, Recommended.class));
      }
      lists.add(new ModelList(run, list));
    }
    return lists;
  }

  /** As the other, not to be cancelled. */
  public List<ModelList> lists(List<RunFolder> runs, String user, int k) {
    return lists(runs, user, k, CancelSignal.NEVER);
  }

  /**
   * Why a run shows an item to a user.
   *
   * @param item external id; empty: the top recommendation
   */
  public Explanation explain(RunFolder run, String user, Optional<String> item) {
    return explanations.explain(run, user, item, CancelSignal.NEVER);
  }

  /** The same as the JSON that {@code aisle explain} prints. */
  public JsonNode explainJson(
      RunFolder run, String user, Optional<String> item, CancelSignal cancel) {
    return explanations.json(run, user, item, cancel);
  }

  private static void requireLength(int k) {
    if (k < 1 || k > 100_000) {
      throw new InputException(
          "k is %d, but a list must have at least 1 and at most 100000 places".formatted(k));
    }
  }

  private static ObjectNode arguments(RunFolder run, int k) {
    ObjectNode args = RunJson.mapper().createObjectNode();
    args.put("folder", run.path().toAbsolutePath().toString());
    args.put("k", k);
    return args;
  }

  /** Ends the worker. */
  @Override
  public void close() {
    worker.close();
  }
}
