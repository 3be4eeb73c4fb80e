package io.aisle.core.training;

import io.aisle.core.job.Memory;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.PopularityParams;
import io.aisle.domain.model.SasRecParams;

/**
 * What a worker needs for a training, estimated from the sizes of the data.
 *
 * @param threads CPU threads, at least 1
 * @param heapMb Java heap
 * @param nativeMb memory outside the heap that the model takes
 * @param device as the experiment names it
 */
record WorkerPlan(int threads, long heapMb, long nativeMb, String device) {
  /** What a JVM with the libraries of the program takes outside its heap. */
  private static final long JVM_MB = 120;

  /** What libtorch takes before it has computed anything. */
  private static final long TORCH_MB = 450;

  private static final long LEAST_HEAP_MB = 256;
  private static final double MIB = 1 << 20;

  /** Before the data are known: for the queue. */
  static WorkerPlan before(Experiment experiment) {
    boolean neural = experiment.model().kind().neural();
    return new WorkerPlan(
        threads(experiment),
        512,
        JVM_MB + (neural ? 2 * TORCH_MB : 0),
        experiment.training().device());
  }

  /**
   * @throws InputException when this machine has not got that much memory
   */
  static WorkerPlan of(Experiment experiment, DataFacts facts) {
    double data = 60.0 * facts.interactions() + 400.0 * (facts.users() + facts.items());
    double heap = LEAST_HEAP_MB + (data + heapOf(experiment.model(), facts)) / MIB;
    double outside =
        JVM_MB
            + (experiment.model().kind().neural() ? TORCH_MB : 0)
            + outsideOf(experiment.model(), experiment.training().batchSize(), facts) / MIB;
    long machine = Memory.ofMachineMb();
    if (heap + outside > machine) {
      throw new InputException(
          "%s on %,d users and %,d items needs about %,d MiB and this machine has %,d;"
                  .formatted(
                      experiment.model().kind().id(),
                      facts.users(),
                      facts.items(),
                      (long) (heap + outside),
                      machine)
              + " raise prepare.core, or take a smaller or another model");
    }
    return new WorkerPlan(
        threads(experiment), (long) heap, (long) outside, experiment.training().device());
  }

  static int threads(Experiment experiment) {
    int wanted = experiment.training().threads();
    return wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
  }

  long memoryMb() {
    return heapMb + nativeMb;
  }

  WorkerNeeds needs() {
    return new WorkerNeeds(threads, (int) Math.min(heapMb, Integer.MAX_VALUE), device);
  }

  /** Bytes on the heap, several copies of the parameters included. */
  private static double heapOf(ModelParams model, DataFacts facts) {
    double users = facts.users();
    double items = facts.items();
    return switch (model) {
      case PopularityParams _ -> 16 * items;
      case ItemKnnParams p -> 48 * items * Math.min(items, p.neighbours()) + 64 * items;
      // the Gram matrix, its inverse and a copy, in double precision
      case EaseParams _ -> 28 * items * items;
      case AlsParams p -> 24 * (users + items) * p.embeddingSize();
      case BprParams p -> 24 * (users + items) * (p.embeddingSize() + 1.0);
      // checkpoint (parameters and two moments) and best weights, each held and written once
      case SasRecParams p -> 32 * parameters(p, items);
    };
  }

  /** Bytes outside the heap. */
  private static double outsideOf(ModelParams model, int batch, DataFacts facts) {
    return model instanceof SasRecParams p
        ? 20 * parameters(p, facts.items()) + activations(p, batch, facts.items())
        : 0;
  }

  private static double parameters(SasRecParams p, double items) {
    double d = p.embeddingSize();
    return (items + 1 + p.maxLength()) * d + p.layers() * (12 * d * d + 13 * d);
  }

  private static double activations(SasRecParams p, int batch, double items) {
    double positions = (double) batch * p.maxLength();
    double targets = p.positions() == SasRecParams.Positions.ALL ? positions : batch;
    double outputs = p.loss() == SasRecParams.Loss.SOFTMAX ? items : 1 + p.negatives();
    double attention = (double) batch * p.heads() * p.maxLength() * p.maxLength();
    return 4
        * (3 * targets * outputs
            + p.layers() * (20 * positions * p.embeddingSize() + 4 * attention));
  }
}
