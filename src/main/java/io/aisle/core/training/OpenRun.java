package io.aisle.core.training;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.metric.TopK;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.rerank.Ranked;
import io.aisle.ml.rerank.Reranker;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A complete run with its data and its model loaded, in a worker: what it recommends and why is
 * asked here. Confined to the worker's thread; owns threads and native memory: close it.
 */
public final class OpenRun implements AutoCloseable {
  private final RunFolder folder;
  private final RunRecord record;
  private final ProtocolSpec protocol;
  private final List<RerankRule> rules;
  private final RunData data;
  private final EvaluationStage stage;
  private final Reranker reranker;
  private final OpenModel model;

  private OpenRun(RunFolder folder, RunData data, OpenModel model) {
    this.folder = folder;
    this.record = folder.record();
    this.protocol = folder.protocol();
    this.rules = folder.rules();
    this.data = data;
    this.stage = folder.testStage(data);
    this.reranker = data.reranker(rules, stage.history());
    this.model = model;
  }

  /**
   * @throws InputException when the folder is no complete run of this version, or holds imported
   *     lists
   */
  public static OpenRun open(RunFolder folder) {
    RunRecord record = folder.record();
    if (!record.answers()) {
      throw new InputException(
          "%s holds lists that another system made, so there is no model to ask; the lists stand in %s"
              .formatted(folder.path(), folder.topFile()));
    }
    RunData data = folder.loadData();
    OpenModel model =
        record.model() == null ? OpenModel.fused(folder) : OpenModel.single(folder, data);
    try {
      return new OpenRun(folder, data, model);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  public RunFolder folder() {
    return folder;
  }

  public RunRecord record() {
    return record;
  }

  public ProtocolSpec protocol() {
    return protocol;
  }

  /** The rules that change its lists. */
  public List<RerankRule> rules() {
    return rules;
  }

  /** Device and threads that its scorer works on. */
  public Compute compute() {
    return model.compute();
  }

  public RunData data() {
    return data;
  }

  /** What its model reads beside the ids; nothing where it combines other runs. */
  public Features features() {
    return record.model() == null ? Features.NONE : data.features(folder.experiment());
  }

  /** What users are scored from at test time. */
  public Interactions history() {
    return stage.history();
  }

  /** What lists are held against. */
  public Interactions truth() {
    return stage.truth();
  }

  /** The test stage under the run's own protocol. */
  public EvaluationStage stage() {
    return stage;
  }

  /** What a user's lists leave out where the protocol says so. */
  public int[] seen(int user) {
    return stage.seen().row(user);
  }

  /** The rules that change its lists, ready to be applied. */
  public Reranker reranker() {
    return reranker;
  }

  /** What decides among equal scores. */
  public TieBreak ties() {
    return new TieBreak(record.seed());
  }

  public Scorer scorer() {
    return model.scorer();
  }

  /**
   * Index of a user.
   *
   * @throws InputException naming the nearest known ids
   */
  public int user(String id) {
    return data.user(id, folder);
  }

  /**
   * Index of an item.
   *
   * @throws InputException naming the nearest known ids
   */
  public int item(String id) {
    return data.item(id, folder);
  }

  /**
   * Lists for users, best first, made as in the evaluation: from the test-time history, seen items
   * left out where the protocol says so, and changed by the rules of the run.
   *
   * @param users indices
   * @param k longest list
   * @param sink receives each list in the order of the users
   * @param cancel looked at between blocks of users
   */
  public void lists(int[] users, int k, ListSink sink, CancelSignal cancel) {
    lists(users, k, reranker, sink, cancel);
  }

  /** As the other, with rules in place of the run's own. */
  public void lists(int[] users, int k, Reranker rules, ListSink sink, CancelSignal cancel) {
    int block = Math.clamp((1 << 20) / Math.max(1, model.scorer().items()), 1, 256);
    for (int from = 0; from < users.length; from += block) {
      int first = from;
      int to = Math.min(users.length, from + block);
      lists(
          HistoryBlock.of(stage.history(), users, from, to),
          row -> seen(users[first + row]),
          k,
          rules,
          (row, items, scores) -> sink.list(users[first + row], items, scores),
          cancel);
    }
  }

  /**
   * Lists for histories of any kind.
   *
   * @param block a few histories, whose scores are held at a time
   * @param seen what the list of a row leaves out where the protocol says so
   * @param sink receives the row in place of the user
   */
  public void lists(
      HistoryBlock block,
      IntFunction<int[]> seen,
      int k,
      Reranker rules,
      ListSink sink,
      CancelSignal cancel) {
    cancel.check();
    int items = model.scorer().items();
    TopK top = new TopK(Math.min(rules.depth(k), items), ties());
    float[] scores = new float[block.size() * items];
    model.scorer().scoreAll(block, scores);
    for (int at = 0; at < block.size(); at++) {
      int row = at * items;
      if (protocol.excludeSeen()) {
        for (int item : seen.apply(at)) {
          scores[row + item] = Float.NEGATIVE_INFINITY;
        }
      }
      rules.mask(scores, row);
      list(at, k, rules, top.select(scores, row, items), top, scores, row, sink);
    }
  }

  private static void list(
      int user,
      int k,
      Reranker rules,
      int length,
      TopK top,
      float[] scores,
      int row,
      ListSink sink) {
    int[] list = new int[length];
    float[] values = new float[length];
    for (int rank = 0; rank < length; rank++) {
      list[rank] = top.item(rank);
      values[rank] = top.score(rank);
    }
    if (rules.changesNothing()) {
      sink.list(user, list, values);
      return;
    }
    Ranked ranked =
        rules.rerank(list, values, item -> scores[row + item] != Float.NEGATIVE_INFINITY);
    int kept = Math.min(k, ranked.size());
    sink.list(user, Arrays.copyOf(ranked.items(), kept), Arrays.copyOf(ranked.values(), kept));
  }

  @Override
  public void close() {
    model.close();
  }

  /** Takes one user's list. */
  @FunctionalInterface
  public interface ListSink {
    /**
     * @param items best first
     * @param scores of the items
     */
    void list(int user, int[] items, float[] scores);
  }
}
