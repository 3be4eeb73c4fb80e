package io.aisle.core.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.explanation.Explanation;
import io.aisle.core.explanation.ExplanationService;
import io.aisle.core.explanation.HistoryItem;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.training.ListsOp;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.core.training.WarmWorker;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Single users of complete runs: who they are, what they did, what each run recommends to them and
 * why. Scores come from a worker that is kept warm between questions. Every method blocks; call it
 * in a job. Thread-safe. Close it.
 */
public final class UsersService implements AutoCloseable {
  private final WarmWorker worker;
  private final ExplanationService explanations;
  private final RunDataCache data;
  private final Profiles profiles;

  /** Knows of users what the runs know. */
  public UsersService(WorkerLauncher workers) {
    this(workers, Optional.empty(), new RunDataCache());
  }

  /**
   * @param datasets where prices, baskets and repeats of users are; empty: only what runs know
   * @param data shared with others who look at the same runs
   */
  public UsersService(
      WorkerLauncher workers, Optional<DatasetService> datasets, RunDataCache data) {
    this.data = data;
    this.worker = new WarmWorker(workers);
    this.explanations = new ExplanationService(worker);
    this.profiles = new Profiles(datasets, data);
  }

  /** All users of a run, in the order of its dictionary. */
  public List<UserLine> users(RunFolder run) {
    run.record();
    Map<String, double[]> values = run.perUserValues();
    RunFacts facts = data.of(run);
    Activity activity = new Activity(facts.data());
    List<String> users = facts.data().catalogue().users();
    List<UserLine> lines = new ArrayList<>();
    for (int u = 0; u < users.size(); u++) {
      lines.add(
          new UserLine(
              users.get(u),
              facts.history().length(u),
              facts.data().split().test().length(u),
              values.getOrDefault(users.get(u), new double[0]),
              activity.of(u)));
    }
    return lines;
  }

  /**
   * Ids of a run's users and items, and the items' titles; kept in memory as long as there is room.
   */
  public Catalogue catalogue(RunFolder run) {
    return data.of(run).data().catalogue();
  }

  /** The users who had an item whose id is the text, or whose title or id contains it. */
  public ItemUsers whoHad(RunFolder run, String text) {
    return ItemLookup.whoHad(data.of(run).data(), text);
  }

  /** What a run's data know of some items, by id; items that they do not have are left out. */
  public Map<String, ItemFacts> items(RunFolder run, String user, Set<String> items) {
    return ItemLookup.facts(data.of(run), user, items);
  }

  /**
   * Who a user is and what the user did.
   *
   * @throws InputException naming the nearest known ids
   */
  public UserProfile profile(RunFolder run, String user, CancelSignal cancel) {
    return profiles.of(run, user, cancel);
  }

  /**
   * A user's test-time history, oldest first.
   *
   * @throws InputException naming the nearest known ids
   */
  public List<HistoryItem> history(RunFolder run, String user) {
    return data.of(run).history(user);
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

  /** The other questions about why; they share the worker. */
  public ExplanationService explanations() {
    return explanations;
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
