package io.aisle.core.training;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.Evaluator;
import io.aisle.core.job.WorkerContext;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures on this machine how long a training takes: passes over a small part of the data, then
 * over larger ones as long as that is quick, the last scaled by how the work of the model grows
 * with the data. The first passes of Java code run before its compiler has seen it and do not
 * count; of the others the fastest does, for other programs may slow some of them. Confined to the
 * thread of a worker.
 */
final class Calibration {
  /** Takes as long as any, and does not diverge. */
  private static final double LEARNING_RATE = 1e-6;

  /** A larger part is tried when its pass is expected to take less. */
  private static final double QUICK_SECONDS = 0.6;

  private static final double FIRST_SECONDS = 1.2;
  private static final double LATER_SECONDS = 0.6;
  private static final double MOST_SECONDS = 5;
  private static final int MOST_PASSES = 400;

  private final Experiment experiment;
  private final TrainingSpec training;
  private final FitData data;
  private final SplitData split;
  private final Compute compute;
  private final WorkerContext context;

  /**
   * What was measured.
   *
   * @param epoch seconds of a pass over the training part
   * @param validate seconds of the validation after a pass; 0 when there is none
   * @param judge seconds of the evaluation at the end
   */
  record Measured(double epoch, double validate, double judge) {}

  Calibration(
      Experiment experiment,
      FitData data,
      SplitData split,
      Compute compute,
      WorkerContext context) {
    this.experiment = experiment;
    this.training = experiment.training().withLearningRate(LEARNING_RATE);
    this.data = data;
    this.split = split;
    this.compute = compute;
    this.context = context;
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
          return new Measured(
              epoch,
              evaluated(part, users -> validation(passes.trainer, users)),
              evaluated(part, users -> judgement(passes.trainer, users)));
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

  /** For all users where that is quick, for what a scorer is made of does not grow with them. */
  private static double evaluated(DataPart part, ToDoubleFunction<DataPart> evaluation) {
    double expected = evaluation.applyAsDouble(part);
    return part.step() > 1 && expected < QUICK_SECONDS
        ? evaluation.applyAsDouble(new DataPart(1, part.items()))
        : expected;
  }

  /** As the loop validates, on the users of the part. */
  private double validation(ModelTrainer trainer, DataPart part) {
    SplitData few =
        new SplitData(part.of(split.train()), part.of(split.valid()), part.of(split.test()));
    EvaluationStage stage = EvaluationStage.validation(few);
    ValidationMonitor monitor = new ValidationMonitor(experiment, few, stage, compute, context);
    if (!experiment.model().kind().iterative() || !monitor.possible()) {
      return 0;
    }
    double seconds = typical(LATER_SECONDS, () -> monitor.value(trainer));
    return seconds * split.valid().activeUsers() / few.valid().activeUsers();
  }

  /** Ranking for the users of both parts; from which history makes little difference. */
  private double judgement(ModelTrainer trainer, DataPart part) {
    Interactions truth = split.valid().size() > 0 ? split.valid() : split.test();
    Interactions history = part.of(split.train());
    EvaluationStage stage = new EvaluationStage(history, history, part.of(truth));
    int users = stage.truth().activeUsers();
    if (users == 0) {
      return 0;
    }
    ProtocolSpec protocol = experiment.protocol();
    Evaluator evaluator =
        new Evaluator(
            protocol, compute.context().seed(), compute.parallel(), context, ProgressListener.NONE);
    int[] popularity = history.itemCounts();
    try (Scorer scorer = trainer.scorer()) {
      double seconds =
          typical(
              LATER_SECONDS,
              () ->
                  evaluator.evaluate(
                      scorer, stage, protocol.all(), protocol.listDepth(), popularity));
      int all = split.valid().activeUsers() + split.test().activeUsers();
      return seconds * all / users * data.items() / scorer.items();
    }
  }

  /**
   * Passes until the time is spent and they get no faster; code that the compiler has not seen yet
   * may take a hundred times as long.
   */
  private double typical(double budget, Runnable pass) {
    List<Double> seconds = new ArrayList<>();
    int least = experiment.model().kind().has(ModelTrait.TORCH) ? 2 : 4;
    double spent = 0;
    while (seconds.size() < least
        || (seconds.size() < MOST_PASSES
            && (spent < budget || (spent < MOST_SECONDS && isGettingFaster(seconds))))) {
      compute.cancel().check();
      long start = System.nanoTime();
      pass.run();
      seconds.add((System.nanoTime() - start) / 1e9);
      spent += seconds.getLast();
    }
    return fastest(seconds.subList(seconds.size() / 3, seconds.size()));
  }

  private static boolean isGettingFaster(List<Double> seconds) {
    int half = seconds.size() / 2;
    return fastest(seconds.subList(half, seconds.size())) < 0.8 * fastest(seconds.subList(0, half));
  }

  private static double fastest(List<Double> seconds) {
    return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
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
