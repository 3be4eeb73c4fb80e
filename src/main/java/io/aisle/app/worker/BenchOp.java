package io.aisle.app.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.evaluation.EvaluationBench;
import io.aisle.core.evaluation.RankingBench;
import io.aisle.core.job.ThreadParallel;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.neighbours.ItemsBench;
import io.aisle.core.neighbours.Projection;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Progress;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.AlsFamily;
import io.aisle.ml.model.BprStepBench;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.neural.SasRecStepBench;
import io.aisle.ml.neural.TwoTowerStepBench;
import io.aisle.store.sealed.Sealed;
import java.util.Arrays;

/**
 * Measures the speed of one thing on this machine: {@code {bench, threads, rounds, folder}}, where
 * {@code folder} is a run folder or null; returns what was measured, the median over the rounds.
 */
public final class BenchOp implements WorkerOp {
  public static final String NAME = "bench";
  private static final int STEPS = 10;
  private static final int TOWER_STEPS = 40;
  private static final int WARM_UP_STEPS = 3;
  private static final int WARM_UP_ROUNDS = 3;
  private static final int RANKED_USERS = 100_000;
  private static final Device CPU = new Device(Device.Kind.CPU, 0, "cpu", 0);

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    String bench = args.required("bench").asText();
    int threads = args.required("threads").asInt();
    int rounds = args.required("rounds").asInt();
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("bench", bench);
    result.put("threads", threads);
    result.put("rounds", rounds);
    switch (bench) {
      case "sasrec-step" -> step(threads, rounds, context, result);
      case "evaluation" -> evaluation(folder(args), threads, rounds, context, result);
      case "bpr-step" -> bpr(threads, rounds, context, result);
      case "two-tower-step" -> twoTower(threads, rounds, context, result);
      case "ranking" -> ranking(threads, rounds, context, result);
      case "item-map" -> itemMap(threads, rounds, context, result);
      case "als" -> als(folder(args), threads, rounds, context, result);
      default -> throw new IllegalArgumentException("no bench " + bench);
    }
    return result;
  }

  private static RunFolder folder(JsonNode args) {
    return new RunFolder(Sealed.path(args.required("folder").asText()));
  }

  private static void step(int threads, int rounds, WorkerContext context, ObjectNode result) {
    double[] rates = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      context.check();
      context.at(new Progress("measuring", round, rounds));
      rates[round] = new SasRecStepBench().stepsPerSecond(STEPS, WARM_UP_STEPS, threads);
    }
    result.put("stepsPerSecond", median(rates));
  }

  /** Full ranking by the run's own model from its own history, all metrics at the usual depths. */
  private static void evaluation(
      RunFolder folder, int threads, int rounds, WorkerContext context, ObjectNode result) {
    try (OpenRun run = OpenRun.open(folder);
        ThreadParallel parallel = new ThreadParallel(threads)) {
      EvaluationBench.Result measured =
          EvaluationBench.measure(
              run.scorer(), run.stage(), parallel, WARM_UP_ROUNDS, rounds, context);
      result.put("model", folder.record().modelId());
      result.put("items", run.scorer().items());
      result.put("users", measured.evaluated());
      result.put("usersPerSecond", measured.usersPerSecond());
    }
  }

  private static void bpr(int threads, int rounds, WorkerContext context, ObjectNode result) {
    double[] rates = new double[rounds];
    try (ThreadParallel parallel = new ThreadParallel(threads)) {
      BprStepBench bench =
          new BprStepBench(new Compute(new RunContext(1, CPU, threads), parallel, context));
      for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
        context.at(new Progress("measuring", Math.max(0, round), rounds));
        double rate = bench.samplesPerSecond();
        if (round >= 0) {
          rates[round] = rate;
        }
      }
    }
    result.put("samplesPerSecond", median(rates));
  }

  private static void twoTower(int threads, int rounds, WorkerContext context, ObjectNode result) {
    double[] rates = new double[rounds];
    try (ThreadParallel parallel = new ThreadParallel(threads);
        TwoTowerStepBench bench =
            new TwoTowerStepBench(
                TOWER_STEPS, new Compute(new RunContext(1, CPU, threads), parallel, context))) {
      for (int round = -1; round < rounds; round++) {
        context.at(new Progress("measuring", Math.max(0, round), rounds));
        double rate = bench.stepsPerSecond();
        if (round >= 0) {
          rates[round] = rate;
        }
      }
    }
    result.put("stepsPerSecond", median(rates));
  }

  private static void ranking(int threads, int rounds, WorkerContext context, ObjectNode result) {
    double[] rates = new double[rounds];
    double[] shares = new double[rounds];
    try (ThreadParallel parallel = new ThreadParallel(threads)) {
      // a short round is enough for the compiler
      RankingBench warmUp = new RankingBench(RANKED_USERS / 10, parallel, context);
      for (int round = 0; round < WARM_UP_ROUNDS; round++) {
        result.put("usersPerSecond", warmUp.measure().usersPerSecond());
      }
      RankingBench bench = new RankingBench(RANKED_USERS, parallel, context);
      for (int round = 0; round < rounds; round++) {
        context.at(new Progress("measuring", round, rounds));
        RankingBench.Result measured = bench.measure();
        rates[round] = measured.usersPerSecond();
        shares[round] = measured.shareOfPeak();
      }
    }
    result.put("users", RANKED_USERS);
    result.put("usersPerSecond", median(rates));
    result.put("shareOfPeak", median(shares));
  }

  /** A fit of ALS with its default parameters and iterations on the run's training part. */
  private static void als(
      RunFolder folder, int threads, int rounds, WorkerContext context, ObjectNode result) {
    Interactions train = folder.loadData().split().train();
    TrainingSpec training = TrainingSpec.defaults(ModelKind.ALS);
    double[] seconds = new double[rounds];
    try (ThreadParallel parallel = new ThreadParallel(threads)) {
      Compute compute =
          new Compute(new RunContext(training.seed(), CPU, threads), parallel, context);
      for (int round = 0; round < rounds; round++) {
        context.at(new Progress("measuring", round, rounds));
        long start = System.nanoTime();
        try (ModelTrainer trainer =
            new AlsFamily().trainer(AlsParams.DEFAULTS, training, FitData.of(train), compute)) {
          for (int epoch = 0; epoch < training.epochs(); epoch++) {
            context.check();
            result.put("loss", trainer.trainEpoch().loss());
          }
        }
        seconds[round] = (System.nanoTime() - start) / 1e9;
      }
    }
    result.put("factors", AlsParams.DEFAULTS.embeddingSize());
    result.put("iterations", training.epochs());
    result.put("interactions", train.size());
    result.put("fitSeconds", median(seconds));
  }

  private static void itemMap(int threads, int rounds, WorkerContext context, ObjectNode result) {
    double[] umap = new double[rounds];
    double[] pca = new double[rounds];
    double[] drift = new double[rounds];
    try (ThreadParallel parallel = new ThreadParallel(threads)) {
      ItemsBench bench = new ItemsBench(parallel, context);
      for (int round = 0; round < rounds; round++) {
        context.at(new Progress("measuring", round, rounds));
        umap[round] = Gauge.seconds(() -> bench.map(Projection.UMAP));
        pca[round] = Gauge.seconds(() -> bench.map(Projection.PCA));
        drift[round] = Gauge.seconds(bench::drift);
      }
    }
    result.put("items", ItemsBench.ITEMS);
    result.put("width", ItemsBench.WIDTH);
    result.put("umapSeconds", median(umap));
    result.put("pcaSeconds", median(pca));
    result.put("driftSeconds", median(drift));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
