package io.aisle.core.training;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.metric.TopK;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.SafeTensors;
import io.aisle.ml.model.Scorer;

/**
 * A complete run with its data and its model loaded, in a worker: what it recommends and why is
 * asked here. Confined to the worker's thread; owns threads and native memory: close it.
 */
public final class OpenRun implements AutoCloseable {
  private final RunFolder folder;
  private final Experiment experiment;
  private final RunData data;
  private final EvaluationStage stage;
  private final ComputeScope scope;
  private final Scorer scorer;

  private OpenRun(RunFolder folder, Experiment experiment, RunData data, ComputeScope scope) {
    this.folder = folder;
    this.experiment = experiment;
    this.data = data;
    this.stage = data.test(experiment);
    this.scope = scope;
    this.scorer =
        ModelFamilies.load(
            experiment.model(),
            SafeTensors.read(folder.weights()),
            data.fitData(experiment),
            scope.compute());
  }

  /**
   * @throws InputException when the folder is no complete run of this version
   */
  public static OpenRun open(RunFolder folder) {
    Experiment experiment = folder.experiment();
    RunData data = folder.loadData();
    int cores = Runtime.getRuntime().availableProcessors();
    ComputeScope scope =
        ComputeScope.open(
            experiment, Math.min(cores, WorkerPlan.threads(experiment)), CancelSignal.NEVER);
    try {
      return new OpenRun(folder, experiment, data, scope);
    } catch (RuntimeException e) {
      scope.close();
      throw e;
    }
  }

  public RunData data() {
    return data;
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

  public Scorer scorer() {
    return scorer;
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
   * left out where the protocol says so.
   *
   * @param users indices
   * @param k longest list
   * @param sink receives each list in the order of the users
   * @param cancel looked at between blocks of users
   */
  public void lists(int[] users, int k, ListSink sink, CancelSignal cancel) {
    int items = scorer.items();
    int block = Math.clamp((1 << 20) / Math.max(1, items), 1, 256);
    TopK top = new TopK(Math.min(k, items), new TieBreak(experiment.training().seed()));
    for (int from = 0; from < users.length; from += block) {
      cancel.check();
      int to = Math.min(users.length, from + block);
      float[] scores = new float[(to - from) * items];
      scorer.scoreAll(HistoryBlock.of(stage.history(), users, from, to), scores);
      for (int at = from; at < to; at++) {
        int row = (at - from) * items;
        if (experiment.protocol().excludeSeen()) {
          mask(users[at], scores, row);
        }
        int length = top.select(scores, row, items);
        int[] list = new int[length];
        float[] values = new float[length];
        for (int rank = 0; rank < length; rank++) {
          list[rank] = top.item(rank);
          values[rank] = top.score(rank);
        }
        sink.list(users[at], list, values);
      }
    }
  }

  private void mask(int user, float[] scores, int row) {
    int[] offsets = stage.seen().offsets();
    for (int at = offsets[user]; at < offsets[user + 1]; at++) {
      scores[row + stage.seen().item()[at]] = Float.NEGATIVE_INFINITY;
    }
  }

  @Override
  public void close() {
    scorer.close();
    scope.close();
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
