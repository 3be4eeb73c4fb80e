package io.aisle.core.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.training.DerivedWriter;
import io.aisle.core.training.RerankSection;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.core.training.WarmWorker;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.FusionSpec;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes runs from finished runs, in a worker. Every method blocks; call it in a job. Thread-safe.
 * Close it.
 */
public final class ListsService implements AutoCloseable {
  private final WorkerLauncher workers;
  private final WarmWorker warm;

  public ListsService(WorkerLauncher workers) {
    this.workers = workers;
    this.warm = new WarmWorker(workers);
  }

  /**
   * Re-ranks a finished run, judges the lists by its protocol, and writes a run folder.
   *
   * @param name of the new run
   * @param out its folder; must not exist, or be empty
   * @throws InputException when the run has no model or no test part, or a rule does not fit it
   */
  public RunRecord rerank(
      RunFolder run, List<RerankRule> rules, String name, RunFolder out, JobControl control) {
    requireJudged(run);
    if (rules.isEmpty()) {
      throw new InputException("there is no rule to re-rank by; write at least one under rerank");
    }
    DerivedWriter.requireFree(out.path());
    ObjectNode args = arguments(run);
    args.set("rules", RerankSection.toJson(rules));
    args.put("name", name);
    args.put("out", out.path().toAbsolutePath().toString());
    return ask(List.of(run), RerankOp.NAME, args, out, control);
  }

  /**
   * Combines finished runs of one protocol, judges the lists by it, and writes a run folder.
   *
   * @param tune whether the weights are chosen on the validation part in place of those given
   * @param name of the new run
   * @param out its folder; must not exist, or be empty
   * @throws InputException when the runs do not fit each other, or the weights do not fit them
   */
  public RunRecord fuse(
      List<RunFolder> runs,
      FusionSpec fusion,
      boolean tune,
      String name,
      RunFolder out,
      JobControl control) {
    FusionChecks.check(runs, fusion);
    DerivedWriter.requireFree(out.path());
    ObjectNode args = RunJson.mapper().createObjectNode();
    ArrayNode folders = args.putArray("folders");
    runs.forEach(run -> folders.add(run.path().toAbsolutePath().toString()));
    args.put("method", fusion.method().name());
    ArrayNode weights = args.putArray("weights");
    fusion.weights().forEach(weights::add);
    args.put("tune", tune);
    args.put("name", name);
    args.put("out", out.path().toAbsolutePath().toString());
    return ask(runs, FuseOp.NAME, args, out, control);
  }

  private RunRecord ask(
      List<RunFolder> runs, String operation, ObjectNode args, RunFolder out, JobControl control) {
    try (WarmWorker worker = new WarmWorker(workers)) {
      var unused = worker.ask(runs, operation, args, WorkerEvents.of(control), control);
      return out.record();
    }
  }

  /**
   * One user's list before and after rules. Takes a moment; the worker stays up for the next
   * question, and so is never stopped in the middle of one.
   */
  public Preview preview(RunFolder run, List<RerankRule> rules, String user, int k) {
    ObjectNode args = arguments(run);
    args.set("rules", RerankSection.toJson(rules));
    args.put("user", user);
    args.put("k", k);
    JsonNode answer = warm.ask(run, PreviewOp.NAME, args, WorkerEvents.NONE, CancelSignal.NEVER);
    return RunJson.mapper().convertValue(answer, Preview.class);
  }

  /**
   * What the lists of runs would be worth if their models ranked sampled candidates in place of the
   * catalogue. Takes as long as judging each run again; nothing is stored.
   *
   * @param candidates items beside the held-out ones
   * @return the means on the test part by metric id, one for each run
   * @throws InputException when a run has no model or no test part
   */
  public List<Map<String, Double>> sampled(
      List<RunFolder> runs, int candidates, JobControl control) {
    runs.forEach(ListsService::requireJudged);
    List<Map<String, Double>> found = new ArrayList<>();
    try (WarmWorker worker = new WarmWorker(workers)) {
      for (RunFolder run : runs) {
        control.check();
        ObjectNode args = arguments(run);
        args.put("candidates", candidates);
        JsonNode answer = worker.ask(run, SampledOp.NAME, args, WorkerEvents.of(control), control);
        Map<String, Double> means = new HashMap<>();
        answer
            .properties()
            .forEach(mean -> means.put(mean.getKey(), mean.getValue().asDouble(Double.NaN)));
        found.add(means);
      }
    }
    return found;
  }

  private static ObjectNode arguments(RunFolder run) {
    ObjectNode args = RunJson.mapper().createObjectNode();
    args.put("folder", run.path().toAbsolutePath().toString());
    return args;
  }

  /**
   * Refuses runs whose lists cannot be made anew and judged.
   *
   * @throws InputException when the run has no model or no test part
   */
  public static void requireJudged(RunFolder run) {
    RunRecord record = run.record();
    if (!record.answers()) {
      throw new InputException(
          "%s holds lists that another system made; lists can only be changed where there is a model to make them"
              .formatted(run.path()));
    }
    if (record.fittedOnEverything()) {
      throw new InputException(
          "%s was fitted on everything (split: none) and holds no test part to judge lists by; name a run that was judged"
              .formatted(run.path()));
    }
  }

  @Override
  public void close() {
    warm.close();
  }
}
