package io.aisle.core.robustness;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.Evaluator;
import io.aisle.core.robustness.Robustness.Level;
import io.aisle.core.robustness.Robustness.Value;
import io.aisle.core.training.OpenRun;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.model.Metric;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Perturbs the histories of a run's users in every way and judges the lists each time by the run's
 * own protocol. What lists leave out stays what the users really had. Confined to the worker's
 * thread; the same for any number of threads.
 */
final class Measurement {
  private static final List<Metric> METRICS = Robustness.METRICS;

  /** Places of the lists that rank-biased overlap reads. */
  private static final int LIST_DEPTH = 20;

  private final OpenRun run;
  private final Scorer scorer;
  private final RobustnessSettings settings;
  private final ProgressListener progress;
  private final CancelSignal cancel;
  private final Known known;
  private final int[] popularity;
  private final int[] users;
  private final Interactions truth;
  private final Disturbances disturbances;
  private int steps;

  /**
   * @param scorer of the run
   * @param progress phase "perturbing", in users
   * @param cancel looked at between blocks of users
   */
  Measurement(
      OpenRun run,
      Scorer scorer,
      RobustnessSettings settings,
      ProgressListener progress,
      CancelSignal cancel) {
    this.run = run;
    this.scorer = scorer;
    this.settings = settings;
    this.progress = progress;
    this.cancel = cancel;
    this.known = new Known(run.stage());
    this.popularity = run.data().split().train().itemCounts();
    this.users = drawn();
    this.truth = Histories.only(run.truth(), users);
    this.disturbances = new Disturbances(known, run.data().split().train(), settings.seed());
  }

  Robustness measure() {
    long start = System.nanoTime();
    Interactions plain = Histories.only(run.history(), users);
    Evaluation usual = evaluate(scorer, plain);
    Evaluation alone = evaluate(new Stranger(scorer), plain);
    Columns columns = new Columns();
    int[] ofUsual = columns.add(byMetric(usual));
    int[] ofAlone = columns.add(byMetric(alone));
    List<Tally.Read> asked = new ArrayList<>();
    for (Perturbation kind : Perturbation.values()) {
      for (double strength : kind.strengths(settings)) {
        asked.add(tally(alone, kind, strength).ask(columns, ofAlone));
      }
    }
    Parallel parallel = run.compute().parallel();
    Columns.Resampled resampled = columns.resample(settings.seed(), parallel, cancel);
    List<Level> levels = asked.stream().map(each -> each.of(resampled)).toList();
    return new Robustness(
        Robustness.DEFINITIONS,
        settings,
        run.record().finished(),
        users.length,
        judged().length - withHistory().length,
        (System.nanoTime() - start) / 1e9,
        values(resampled, ofUsual),
        same(usual, alone),
        values(resampled, ofAlone),
        levels,
        new ColdItems(popularity, settings.seed()).of(known.with(plain, truth), usual));
  }

  private Tally tally(Evaluation alone, Perturbation kind, double strength) {
    int rounds = kind.rounds(settings);
    Tally tally = new Tally(alone, kind, strength, rounds);
    for (int round = 1; round <= rounds; round++) {
      int now = round;
      Disturbance disturbance = disturbances.of(kind);
      double[] share = new double[users.length];
      Interactions changed =
          Histories.of(
              run.history(),
              users,
              at -> {
                Changed row = disturbance.of(users[at], strength, now);
                share[at] = row.share();
                return row;
              });
      Evaluation after = evaluate(new Stranger(scorer), changed);
      tally.add(
          after,
          Arrays.stream(share).average().orElse(0),
          at -> disturbances.target(kind, users[at], now));
    }
    return tally;
  }

  private Evaluation evaluate(Scorer asked, Interactions history) {
    int done = steps++ * users.length;
    ProgressListener inSum =
        at -> progress.at(new Progress("perturbing", done + at.done(), (long) all() * at.total()));
    EvaluationStage stage = known.with(history, truth);
    return new Evaluator(
            run.protocol(), run.record().seed(), run.compute().parallel(), cancel, inSum)
        .reranking(run.reranker())
        .evaluate(asked, stage, METRICS, LIST_DEPTH, popularity);
  }

  /** Evaluations in all. */
  private int all() {
    return 2
        + Arrays.stream(Perturbation.values())
            .mapToInt(kind -> kind.strengths(settings).size() * kind.rounds(settings))
            .sum();
  }

  private int[] judged() {
    return IntStream.range(0, run.truth().users())
        .filter(user -> run.truth().length(user) > 0)
        .toArray();
  }

  private int[] withHistory() {
    return IntStream.of(judged()).filter(user -> run.history().length(user) > 0).toArray();
  }

  private int[] drawn() {
    int[] all = withHistory();
    if (all.length == 0) {
      throw new InputException(
          "%s judges nobody who has a history, so there is nothing to perturb; measure a run whose users have one"
              .formatted(run.folder().path()));
    }
    int[] order = Disturbance.shuffled(all.length, Disturbance.draws(settings.seed(), 0, 0));
    return Arrays.stream(order).limit(settings.users()).map(at -> all[at]).sorted().toArray();
  }

  private static double[][] byMetric(Evaluation evaluation) {
    double[][] values = new double[METRICS.size()][];
    Arrays.setAll(
        values,
        metric -> Arrays.stream(evaluation.perUser()).mapToDouble(user -> user[metric]).toArray());
    return values;
  }

  private static Map<String, Value> values(Columns.Resampled resampled, int[] columns) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (int metric = 0; metric < columns.length; metric++) {
      values.put(METRICS.get(metric).id(), resampled.value(columns[metric]));
    }
    return values;
  }

  private static double same(Evaluation usual, Evaluation alone) {
    return IntStream.range(0, usual.users().length)
        .mapToDouble(at -> Arrays.equals(usual.lists()[at], alone.lists()[at]) ? 1 : 0)
        .average()
        .orElse(1);
  }
}
