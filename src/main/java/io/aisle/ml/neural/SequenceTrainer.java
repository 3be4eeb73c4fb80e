package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DivergedException;
import io.aisle.ml.model.EpochReport;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains any sequence model with a loop of its own. Confined to one thread. All arrays belong to
 * this trainer's manager, those of a step to a manager below it that ends with the step.
 */
final class SequenceTrainer implements ModelTrainer {
  /** Cells that go to the device in one piece. */
  private static final int CELLS_PER_UPLOAD = 1 << 20;

  private final SequenceModel model;
  private final TrainingSpec training;
  private final TrainingItems train;
  private final Compute compute;
  private final PtNDManager manager;
  private final Ops ops = new Ops();
  private final PooledDropout dropout;
  private final Parameters parameters;
  private final SequenceObjective.Prepared objective;
  private final SequenceStep step;
  private int epoch;
  private long batchesSeen;

  SequenceTrainer(SequenceModel model, TrainingSpec training, FitData data, Compute compute) {
    NativeSetup.prepare(compute.context().threads());
    this.model = model;
    this.training = training;
    this.train = TrainingItems.of(data);
    this.compute = compute;
    this.manager =
        (PtNDManager)
            NativeSetup.engine().newBaseManager(Devices.toEngine(compute.context().device()));
    this.dropout = new PooledDropout(model.dropout(), manager);
    this.parameters =
        new Parameters(model.layout(), training, Seeds.of(compute.context().seed(), 0), manager);
    this.objective = model.objective().prepare(training.sampling(), train, new Constants(manager));
    this.step =
        new SequenceStep(ops, parameters, model.network(ops, dropout, manager), objective.loss());
  }

  @Override
  public EpochReport trainEpoch() {
    int next = epoch + 1;
    long seed = Seeds.of(compute.context().seed(), next);
    EpochPlan plan =
        objective.negatives().apply(model.plan(train, training.batchSize(), seed), seed);
    dropout.reseed(seed);
    parameters.descent().beginEpoch(next, plan.count());
    double sum = 0;
    double targets = 0;
    for (int from = 0; from < plan.count(); ) {
      List<BatchData> group = group(plan, from);
      try (PtNDManager uploaded = (PtNDManager) manager.newSubManager()) {
        DeviceBatches batches = new DeviceBatches(group, uploaded);
        for (int b = 0; b < batches.size(); b++) {
          compute.cancel().check();
          try (PtNDManager scratch = (PtNDManager) uploaded.newSubManager()) {
            double loss = step.run(batches, b, scratch);
            DivergedException.check(loss, next, from + b + 1L, training.learningRate());
            sum += loss;
            targets += group.get(b).count();
            batchesSeen++;
          }
        }
      }
      from += group.size();
    }
    epoch = next;
    return new EpochReport(epoch, targets == 0 ? Double.NaN : sum / targets);
  }

  /** As many batches from an index on as go to the device in one piece. */
  private static List<BatchData> group(EpochPlan plan, int from) {
    List<BatchData> group = new ArrayList<>();
    long cells = 0;
    for (int b = from; b < plan.count() && cells < CELLS_PER_UPLOAD; b++) {
      BatchData batch = plan.batch(b);
      cells += batch.cells();
      group.add(batch);
    }
    return group;
  }

  @Override
  public Scorer scorer() {
    return new SequenceScorer(model, parameters.values(), train.train(), null);
  }

  @Override
  public Weights weights() {
    return parameters.weights(epoch);
  }

  @Override
  public Weights checkpoint() {
    return parameters.checkpoint(epoch);
  }

  @Override
  public void restore(Weights checkpoint) {
    epoch = parameters.restore(checkpoint);
  }

  /** Native calls per batch so far. */
  double callsPerBatch() {
    return (double) ops.calls() / batchesSeen;
  }

  /** Arrays that live in native memory between two epochs. */
  int liveArrays() {
    return manager.getManagedArrays().size() + manager.getParentManager().getManagedArrays().size();
  }

  @Override
  public void close() {
    manager.close();
  }
}
