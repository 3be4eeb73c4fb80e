package io.aisle.app.worker;

import io.aisle.core.comparison.ComparisonBench;
import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.Evaluator;
import io.aisle.core.evaluation.RankingBench;
import io.aisle.core.slices.SliceBench;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ModelParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.AlsFamily;
import io.aisle.ml.model.BprFamily;
import io.aisle.ml.model.BprStepBench;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.EaseFamily;
import io.aisle.ml.model.ItemKnnFamily;
import io.aisle.ml.model.KernelBench;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.neural.SasRecStepBench;
import io.aisle.ml.neural.TwoTowerStepBench;
import java.util.List;
import java.util.function.DoubleSupplier;

/** What {@code aisle bench} measures when it is asked for nothing in particular. */
final class Gauges {
  private static final int STEPS = 5;
  private static final int RANKED = 10_000;

  private Gauges() {}

  static List<Gauge> all() {
    return List.of(
        Gauge.seconds(
            "comparison",
            "20 runs, 50,000 users, 21 metrics, 10,000 resamples",
            compute -> new ComparisonBench(compute.parallel(), compute.cancel())::run),
        Gauge.seconds(
            "EASE inverse",
            "3,145 x 3,145, 64-bit",
            compute -> KernelBench.inverse(ShopShape.ITEMS, compute)),
        Gauge.seconds(
            "ease",
            ShopShape.WORDS,
            compute -> fit(new EaseFamily(), EaseParams.DEFAULTS, compute)),
        Gauge.seconds(
            "item-knn",
            ShopShape.WORDS,
            compute -> fit(new ItemKnnFamily(), ItemKnnParams.DEFAULTS, compute)),
        Gauge.seconds(
            "ALS iteration",
            ShopShape.WORDS + ", width " + AlsParams.DEFAULTS.embeddingSize(),
            compute -> epoch(new AlsFamily(), AlsParams.DEFAULTS, compute)),
        new Gauge(
            "bpr",
            ShopShape.WORDS + ", width " + BprParams.DEFAULTS.embeddingSize(),
            "samples/s",
            Gauges::samples),
        new Gauge("evaluation", ShopShape.WORDS + ", all metrics", "users/s", Gauges::users),
        new Gauge(
            "bpr-step",
            "100,000 x 50,000, 2,000,000 interactions, width 64",
            "samples/s",
            compute -> new BprStepBench(compute)::samplesPerSecond),
        new Gauge(
            "two-tower-step",
            "100,000 x 50,000, batch 1,024, width 64, towers 128-64",
            "steps/s",
            compute -> new TwoTowerStepBench(4 * STEPS, compute)::stepsPerSecond),
        Gauge.seconds(
            "slice search",
            "12 attributes, 50,000 users",
            compute -> new SliceBench(compute.cancel())::search),
        new Gauge(
            "ranking", "10,000 users, 50,000 items, width 64, top 20", "users/s", Gauges::ranking),
        new Gauge(
            "sasrec-step",
            "batch 256, length 50, width 64, 20,000 items",
            "steps/s",
            compute ->
                () -> new SasRecStepBench().stepsPerSecond(STEPS, 2, compute.context().threads())));
  }

  private static <P extends ModelParams> ModelTrainer trainer(
      ModelFamily<P> family, P params, Compute compute) {
    return family.trainer(
        params,
        TrainingSpec.defaults(params.kind()),
        FitData.of(ShopShape.interactions()),
        compute);
  }

  private static <P extends ModelParams> Runnable fit(
      ModelFamily<P> family, P params, Compute compute) {
    FitData data = FitData.of(ShopShape.interactions());
    return () -> {
      try (ModelTrainer trainer =
          family.trainer(params, TrainingSpec.defaults(params.kind()), data, compute)) {
        trainer.trainEpoch();
      }
    };
  }

  private static <P extends ModelParams> Runnable epoch(
      ModelFamily<P> family, P params, Compute compute) {
    ModelTrainer trainer = trainer(family, params, compute);
    return trainer::trainEpoch;
  }

  private static DoubleSupplier samples(Compute compute) {
    int size = ShopShape.interactions().size();
    Runnable epoch = epoch(new BprFamily(), BprParams.DEFAULTS, compute);
    return () -> size / Gauge.seconds(epoch);
  }

  private static DoubleSupplier ranking(Compute compute) {
    RankingBench bench = new RankingBench(RANKED, compute.parallel(), compute.cancel());
    return () -> bench.measure().usersPerSecond();
  }

  private static DoubleSupplier users(Compute compute) {
    ModelTrainer trainer = trainer(new AlsFamily(), AlsParams.DEFAULTS, compute);
    trainer.trainEpoch();
    Interactions data = ShopShape.interactions();
    EvaluationStage stage =
        new EvaluationStage(data, Interactions.empty(data.users(), data.items()), data);
    ProtocolSpec protocol = ProtocolSpec.DEFAULTS;
    Evaluator evaluator =
        new Evaluator(protocol, 0, compute.parallel(), compute.cancel(), ProgressListener.NONE);
    int[] popularity = data.itemCounts();
    Scorer scorer = trainer.scorer();
    return () ->
        data.users()
            / Gauge.seconds(
                () ->
                    evaluator.evaluate(
                        scorer, stage, protocol.all(), protocol.listDepth(), popularity));
  }
}
