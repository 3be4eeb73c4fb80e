package io.aisle.core.training;

import io.aisle.core.job.Memory;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.ModelTrait;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.model.DataShape;
import io.aisle.ml.model.Footprint;
import java.util.List;

/**
 * What a worker needs for a training, estimated from the sizes of the data.
 *
 * @param threads CPU threads, at least 1
 * @param heapMb limit of the Java heap, roomier than what is expected to be used
 * @param memoryMb resident memory that the worker is expected to hold at its peak
 * @param device as the experiment names it
 */
record WorkerPlan(int threads, long heapMb, long memoryMb, String device) {
  /** What a worker holds that has loaded its classes and works with a young heap; measured. */
  private static final long JVM_MB = 310;

  /** What libtorch adds before it has computed anything; measured. */
  private static final long TORCH_MB = 250;

  private static final long LEAST_HEAP_MB = 256;
  private static final long MIB = 1 << 20;

  /** Before the data are known: for the queue. */
  static WorkerPlan before(Experiment experiment) {
    return new WorkerPlan(
        threads(experiment),
        2 * LEAST_HEAP_MB,
        2 * programMb(experiment.model().kind()),
        experiment.training().device());
  }

  /**
   * @throws InputException when this machine has not got that much memory; says what would fit
   */
  static WorkerPlan of(Experiment experiment, DataFacts facts) {
    WorkerPlan plan = estimate(experiment, facts.shape());
    long machine = Memory.ofMachineMb();
    if (plan.memoryMb() > machine) {
      throw new InputException(
          "%s on %,d users and %,d items needs about %,d MiB and this machine has %,d; what would fit: %s"
              .formatted(
                  experiment.model().kind().id(),
                  facts.users(),
                  facts.items(),
                  plan.memoryMb(),
                  machine,
                  Smaller.fitting(experiment, facts.shape(), machine)));
    }
    return plan;
  }

  /** Whether or not this machine has that much memory. */
  static WorkerPlan estimate(Experiment experiment, DataShape shape) {
    return estimate(experiment.model(), experiment.training(), shape);
  }

  static WorkerPlan estimate(ModelParams params, TrainingSpec training, DataShape shape) {
    double data = 60.0 * shape.interactions() + 400.0 * (shape.users() + shape.items());
    Footprint model = ModelFamilies.footprint(params, training, shape);
    double used = (data + model.heapBytes()) / MIB;
    double expected = programMb(params.kind()) + used + model.nativeBytes() / MIB;
    return new WorkerPlan(
        threads(training), (long) (LEAST_HEAP_MB + used), (long) expected, training.device());
  }

  /** What a worker takes with no data and no model. */
  static long programMb(ModelKind kind) {
    return JVM_MB + (kind.has(ModelTrait.TORCH) ? TORCH_MB : 0);
  }

  /** What a worker needs that answers questions about a complete run. */
  static WorkerPlan of(RunFolder run) {
    RunRecord record = run.record();
    return record.modelId().equals(RunRecord.FUSED)
        ? together(
            FusedSection.members(run, FusedSection.read(record, run)).stream()
                .map(WorkerPlan::of)
                .toList())
        : of(run.experiment(), DataFacts.read(run.data()));
  }

  /** What a worker needs that holds several runs at a time. */
  static WorkerPlan together(List<WorkerPlan> plans) {
    return new WorkerPlan(
        plans.stream().mapToInt(WorkerPlan::threads).max().orElseThrow(),
        plans.stream().mapToLong(WorkerPlan::heapMb).sum(),
        plans.stream().mapToLong(WorkerPlan::memoryMb).sum(),
        plans.getFirst().device());
  }

  static int threads(Experiment experiment) {
    return threads(experiment.training());
  }

  private static int threads(TrainingSpec training) {
    int wanted = training.threads();
    return wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
  }

  WorkerNeeds needs() {
    return needs(threads, heapMb, device);
  }

  static WorkerNeeds needs(int threads, long heapMb, String device) {
    return new WorkerNeeds(threads, (int) Math.min(heapMb, Integer.MAX_VALUE), device);
  }
}
