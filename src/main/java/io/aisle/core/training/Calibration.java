package io.aisle.core.training;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.Evaluator;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures on this machine how long a training takes: passes over a small part of the data, then
 * over larger ones as long as that is quick, the last scaled by how the work of the model grows
 * with the data. The first passes of Java code run before its compiler has seen it and do not
 * count; of the others the median does, for the machine may have other work, now as later. Confined
 * to the thread of a worker.
 */
final class Calibration {
  /** Takes as long as any, and does not diverge. */
  private static final double LEARNING_RATE = 1e-6;

  /** A larger part is tried when its pass is expected to take less. */
  private static final double QUICK_SECONDS = 0.6;

  private static final double FIRST_SECONDS = 1.2;
  private static final double LATER_SECONDS = 0.4;
  private static final int MOST_PASSES = 40;

  private final Experiment experiment;
  private final TrainingSpec training;
  private final FitData data;
  private final SplitData split;
  private final Compute compute;

  /**
   * What was measured.
   *
   * @param epoch seconds of a pass over the training part
   * @param validate seconds of the validation after a pass; 0 when there is none
   * @param judge seconds of the evaluation at the end
   */
  record Measured(double epoch, double validate, double judge) {}

  Calibration(Experiment experiment, FitData data, SplitData split, Compute compute) {
    this.experiment = experiment;
    this.training = experiment.training().withLearningRate(LEARNING_RATE);
    this.data = data;
    this.split = split;
    this.compute = compute;
  }

  Measured measure() {
    DataPart part = first();
    double budget = FIRST_SECONDS;
    while (true) {
      FitData fitted = data.with(part.of(data.train()));
      double work = work(fitted);
      try (Passes passes = new Passes(fitted)) {
        double seconds = passes.typical(budget);
        DataPart larger = part.larger(data.users(), data.items());
        boolean quick =
            !larger.equals(part)
                && seconds * work(data.with(larger.of(data.train()))) / work < QUICK_SECONDS;
        if (!quick) {
          double epoch = seconds * work(data) / work;
          try (Scorer scorer = passes.trainer.scorer()) {
            return new Measured(epoch, validation(scorer, part), judgement(scorer, part));
          }
        }
        part = larger;
        budget = LATER_SECONDS;
      }
    }
  }

  /** Few users; few items where fewer users save little, as in models that are cubic in items. */
  private DataPart first() {
    DataPart users = DataPart.ofUsers(data.users(), data.items());
    boolean helps = work(data.with(users.of(data.train()))) < work(data) / 2;
    return helps || users.step() == 1 ? users : DataPart.ofItems(data.items());
  }

  private double work(FitData of) {
    return Math.max(1, ModelFamilies.work(experiment.model(), training, of));
  }

  private double validation(Scorer scorer, DataPart part) {
    boolean monitored = experiment.model().kind().iterative() && split.valid().size() > 0;
    Metric metric = experiment.training().monitor();
    return monitored ? evaluation(scorer, part, List.of(metric), metric.k()) : 0;
  }

  /** Both parts, in the length of their users. */
  private double judgement(Scorer scorer, DataPart part) {
    if (split.valid().size() == 0 && split.test().size() == 0) {
      return 0;
    }
    double users = Math.max(1, judged().activeUsers());
    double both = split.valid().activeUsers() + (double) split.test().activeUsers();
    return both
        / users
        * evaluation(scorer, part, experiment.protocol().all(), experiment.protocol().listDepth());
  }

  /** Whose users are ranked; what they are held against has no part in the time. */
  private Interactions judged() {
    return split.valid().size() > 0 ? split.valid() : split.test();
  }

  private double evaluation(Scorer scorer, DataPart part, List<Metric> metrics, int depth) {
    EvaluationStage stage =
        new EvaluationStage(part.of(split.train()), part.of(split.train()), part.of(judged()));
    int users = stage.truth().activeUsers();
    if (users == 0) {
      return 0;
    }
    Evaluator evaluator =
        new Evaluator(
            experiment.protocol(),
            compute.context().seed(),
            compute.parallel(),
            compute.cancel(),
            ProgressListener.NONE);
    int[] popularity = stage.history().itemCounts();
    double seconds =
        typical(LATER_SECONDS, () -> evaluator.evaluate(scorer, stage, metrics, depth, popularity));
    double items = (double) data.items() / scorer.items();
    return seconds * judged().activeUsers() / users * items;
  }

  private double typical(double budget, Runnable pass) {
    List<Double> seconds = new ArrayList<>();
    long begin = System.nanoTime();
    int least = experiment.model().kind().has(ModelTrait.TORCH) ? 2 : 4;
    while (seconds.size() < least
        || (seconds.size() < MOST_PASSES && (System.nanoTime() - begin) / 1e9 < budget)) {
      compute.cancel().check();
      long start = System.nanoTime();
      pass.run();
      seconds.add((System.nanoTime() - start) / 1e9);
    }
    return seconds.subList(seconds.size() / 3, seconds.size()).stream()
        .mapToDouble(Double::doubleValue)
        .min()
        .orElseThrow();
  }

  /** Passes over one part of the data. */
  private final class Passes implements AutoCloseable {
    private final FitData part;
    private ModelTrainer trainer;
    private boolean fresh = true;

    Passes(FitData part) {
      this.part = part;
      this.trainer = trainer();
    }

    private ModelTrainer trainer() {
      return ModelFamilies.trainer(experiment.model(), training, part, compute);
    }

    double typical(double budget) {
      return Calibration.this.typical(budget, this::pass);
    }

    /** A closed form is computed once by each trainer. */
    private void pass() {
      if (!fresh && !experiment.model().kind().iterative()) {
        trainer.close();
        trainer = trainer();
      }
      fresh = false;
      trainer.trainEpoch();
    }

    @Override
    public void close() {
      trainer.close();
    }
  }
}
