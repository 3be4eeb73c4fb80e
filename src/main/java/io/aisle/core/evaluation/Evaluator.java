package io.aisle.core.evaluation;

import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.model.Metric;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.metric.RankingMetrics;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.rerank.Reranker;
import java.util.List;

/**
 * Ranks the catalogue, or sampled candidates, for every user with a truth and judges the lists.
 * Users are scored in blocks and only the top of each list is kept, so memory does not grow with
 * users times items. The result does not depend on the number of threads.
 */
public final class Evaluator {
  /** Scores held by one of several scoring threads: small enough for its cache. */
  private static final int SCORES_IN_PARALLEL = 1 << 18;

  /**
   * Users that a scoring thread should have at a time, so that what it reads of the items is used
   * often, and scores that it may hold for that.
   */
  private static final int FEW_USERS = 32;

  private static final int MOST_SCORES = 1 << 22;

  /** Scores held by a model that scores alone, mostly a neural one, which likes big batches. */
  private static final int SCORES_IN_TURN = 1 << 23;

  private static final int MAX_BLOCK = 256;
  private static final int BLOCKS_PER_ROUND = 4;

  private final ProtocolSpec protocol;
  private final TieBreak ties;
  private final Parallel parallel;
  private final CancelSignal cancel;
  private final ProgressListener progress;
  private Reranker reranker = Reranker.NONE;

  /**
   * Makes an evaluator; confined to the thread of the job.
   *
   * @param protocol candidates and seen-policy are read from it; its metrics, depths and history
   *     are the caller's, who gives them with each evaluation
   * @param tieSeed seed of the order among items of equal score
   * @param cancel looked at between blocks
   * @param progress phase "evaluating", in users
   */
  public Evaluator(
      ProtocolSpec protocol,
      long tieSeed,
      Parallel parallel,
      CancelSignal cancel,
      ProgressListener progress) {
    this.protocol = protocol;
    this.ties = new TieBreak(tieSeed);
    this.parallel = parallel;
    this.cancel = cancel;
    this.progress = progress;
  }

  /** From now on the lists are judged after their rules, and so kept. */
  public Evaluator reranking(Reranker rules) {
    this.reranker = rules;
    return this;
  }

  /** As the other, with the parts in one record. */
  public Evaluation evaluate(
      Scorer scorer,
      EvaluationStage stage,
      List<Metric> metrics,
      int listDepth,
      int[] itemPopularity) {
    if (scorer.items() != stage.truth().items()) {
      throw new IllegalArgumentException(
          "a scorer of " + scorer.items() + " items for data of " + stage.truth().items());
    }
    int depth = Math.max(listDepth, RankingMetrics.depth(metrics));
    double[] bits = RankingMetrics.selfInformation(itemPopularity, stage.history().users());
    EvaluatedLists lists = new EvaluatedLists(stage, metrics);
    ListMaker[] makers = new ListMaker[parallel.threads()];
    for (int w = 0; w < makers.length; w++) {
      makers[w] = new ListMaker(protocol, stage, ties, depth, lists, metrics, bits, reranker);
    }
    if (scorer.concurrent()) {
      scoreInParallel(scorer, stage.history(), lists.users(), makers);
    } else {
      scoreInTurn(scorer, stage.history(), lists.users(), makers);
    }
    return lists.finish(scorer.items());
  }

  /**
   * Evaluates.
   *
   * @param scorer a fitted model
   * @param history what each user is scored from
   * @param seen what is masked when the protocol excludes seen items
   * @param truth what the lists are held against; users without any are left out
   * @param metrics to compute, in this order
   * @param listDepth length of the lists that are kept; the largest k of the metrics when that is
   *     more
   * @param itemPopularity training interactions of each item, {@code [items]}, for novelty
   * @throws io.aisle.domain.job.CancelledException between two blocks, after the signal was raised
   */
  public Evaluation evaluate(
      Scorer scorer,
      Interactions history,
      Interactions seen,
      Interactions truth,
      List<Metric> metrics,
      int listDepth,
      int[] itemPopularity) {
    EvaluationStage stage = new EvaluationStage(history, seen, truth);
    return evaluate(scorer, stage, metrics, listDepth, itemPopularity);
  }

  /** Each thread scores blocks of its own; cancelled and reported between rounds of blocks. */
  private void scoreInParallel(
      Scorer scorer, Interactions history, int[] users, ListMaker[] makers) {
    int wanted = (int) Math.min((long) FEW_USERS * scorer.items(), MOST_SCORES);
    int block = block(scorer, Math.max(SCORES_IN_PARALLEL, wanted));
    int round = block * makers.length * BLOCKS_PER_ROUND;
    float[][] scratch = new float[makers.length][block * scorer.items()];
    for (int start = 0; start < users.length; start = Math.min(users.length, start + round)) {
      report(start, users.length);
      parallel.forRange(
          start,
          Math.min(users.length, start + round),
          block,
          (from, to, worker) -> {
            float[] scores = score(scorer, history, users, from, to, scratch[worker]);
            makers[worker].make(scores, from, from, to);
          });
    }
    report(users.length, users.length);
  }

  /** The caller's thread scores, because the model allows one only; the lists are made by all. */
  private void scoreInTurn(Scorer scorer, Interactions history, int[] users, ListMaker[] makers) {
    int block = Math.min(block(scorer, SCORES_IN_TURN), Math.max(1, users.length));
    int grain = Math.max(1, block / (2 * makers.length));
    float[] scratch = new float[block * scorer.items()];
    for (int start = 0; start < users.length; start = Math.min(users.length, start + block)) {
      report(start, users.length);
      int first = start;
      int end = Math.min(users.length, start + block);
      float[] scores = score(scorer, history, users, start, end, scratch);
      parallel.forRange(
          start, end, grain, (from, to, worker) -> makers[worker].make(scores, first, from, to));
    }
    report(users.length, users.length);
  }

  /** Users of a block: as many as fit. */
  private static int block(Scorer scorer, int scores) {
    return Math.clamp(scores / Math.max(1, scorer.items()), 1, MAX_BLOCK);
  }

  /** Scores a block into the scratch array, or into one of its own when it is a shorter one. */
  private static float[] score(
      Scorer scorer, Interactions history, int[] users, int from, int to, float[] scratch) {
    int needed = (to - from) * scorer.items();
    float[] out = needed == scratch.length ? scratch : new float[needed];
    scorer.scoreAll(HistoryBlock.of(history, users, from, to), out);
    return out;
  }

  private void report(int done, int users) {
    cancel.check();
    progress.at(new Progress("evaluating", done, users));
  }
}
