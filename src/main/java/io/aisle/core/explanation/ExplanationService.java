package io.aisle.core.explanation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.core.training.WarmWorker;
import io.aisle.domain.OperationException;
import io.aisle.domain.experiment.ContextFeature;
import io.aisle.domain.explanation.HistoryEdit;
import io.aisle.domain.job.CancelSignal;
import java.util.List;
import java.util.Optional;

/** Explanations, computed in a worker. Blocks; thread-safe. */
public final class ExplanationService {
  /** Background interactions that feature parts are usually computed from. */
  public static final int FEATURE_SAMPLES = 500;

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
    ObjectNode args = arguments(run);
    args.put("user", user);
    args.put("item", item.orElse(null));
    return worker.ask(run, ExplainOp.NAME, args, WorkerEvents.NONE, cancel);
  }

  /** As {@link #json}, as a record. */
  public Explanation explain(
      RunFolder run, String user, Optional<String> item, CancelSignal cancel) {
    return read(json(run, user, item, cancel), Explanation.class);
  }

  /**
   * Why an item is not in a user's list.
   *
   * @param k length of the list, at least 1
   * @throws io.aisle.domain.InputException when run, user or item are not there
   */
  public WhyNot whyNot(RunFolder run, String user, String item, int k, CancelSignal cancel) {
    ObjectNode args = arguments(run);
    args.put("user", user);
    args.put("item", item);
    args.put("k", k);
    return read(worker.ask(run, WhyNotOp.NAME, args, WorkerEvents.NONE, cancel), WhyNot.class);
  }

  /**
   * Whether a model's attention can be believed, over a sample of its users drawn with the run's
   * seed. Takes seconds.
   *
   * @param users how many at most, at least 1
   * @return empty for a model without attention
   */
  public Optional<Faithfulness> faithfulness(RunFolder run, int users, JobControl control) {
    ObjectNode args = arguments(run);
    args.put("users", users);
    JsonNode answer = worker.ask(run, FaithfulnessOp.NAME, args, WorkerEvents.of(control), control);
    return answer.isNull() ? Optional.empty() : Optional.of(read(answer, Faithfulness.class));
  }

  /**
   * What each feature that a model reads adds to a score.
   *
   * @param item external id; empty: the top recommendation
   * @param samples background interactions that are drawn, at least 2
   * @param seed they are drawn with
   * @return empty for a model whose scores are not made of such features
   * @throws io.aisle.domain.InputException when run, user or item are not there
   */
  public Optional<FeatureShares> features(
      RunFolder run,
      String user,
      Optional<String> item,
      int samples,
      long seed,
      CancelSignal cancel) {
    ObjectNode args = arguments(run);
    args.put("user", user);
    args.put("item", item.orElse(null));
    args.put("samples", samples);
    args.put("seed", seed);
    JsonNode answer = worker.ask(run, FeaturesOp.NAME, args, WorkerEvents.NONE, cancel);
    return answer.isNull() ? Optional.empty() : Optional.of(read(answer, FeatureShares.class));
  }

  /**
   * What runs recommend after edits of a history.
   *
   * @param runs at least one
   * @param k longest list, at least 1
   * @throws io.aisle.domain.InputException when an edit does not fit the history it meets
   */
  public WhatIf whatIf(
      List<RunFolder> runs, String user, List<HistoryEdit> edits, int k, CancelSignal cancel) {
    ObjectNode args = RunJson.mapper().createObjectNode();
    ArrayNode folders = args.putArray("folders");
    runs.forEach(run -> folders.add(run.path().toAbsolutePath().toString()));
    args.put("user", user);
    args.put("k", k);
    args.set("edits", EditSection.toJson(edits));
    return read(worker.ask(runs, WhatIfOp.NAME, args, WorkerEvents.NONE, cancel), WhatIf.class);
  }

  /** What any of some runs reads of the moment that lists are made for; read from their files. */
  public List<ContextFeature> context(List<RunFolder> runs) {
    return runs.stream().flatMap(run -> run.context().stream()).distinct().sorted().toList();
  }

  private static ObjectNode arguments(RunFolder run) {
    ObjectNode args = RunJson.mapper().createObjectNode();
    args.put("folder", run.path().toAbsolutePath().toString());
    return args;
  }

  private static <T> T read(JsonNode answer, Class<T> type) {
    try {
      return RunJson.mapper().treeToValue(answer, type);
    } catch (JsonProcessingException e) {
      throw new OperationException("The worker's explanation cannot be read; try again", e);
    }
  }
}
