package io.aisle.core.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.Memory;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.job.WorkerLink;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.domain.job.CancelSignal;
import java.util.List;

/**
 * A worker that stays up between questions about complete runs, so that only the first one waits
 * for it. Started with the first question, again when it died or a run needs a larger heap.
 * Thread-safe; questions are answered one at a time. Close it.
 */
public final class WarmWorker implements AutoCloseable {
  /** Room for the data and weights of several runs. */
  private static final int RUNS = 3;

  private static final int LEAST_HEAP_MB = 768;

  private final WorkerLauncher workers;
  private WorkerLink link;
  private int heapMb;

  public WarmWorker(WorkerLauncher workers) {
    this.workers = workers;
  }

  /** Asks about a run; throws what {@link WorkerLink#call} throws. */
  public synchronized JsonNode ask(
      RunFolder run, String operation, JsonNode args, WorkerEvents events, CancelSignal cancel) {
    ensure(WorkerPlan.of(run));
    return link.call(operation, args, events, cancel);
  }

  /** As {@link #ask(RunFolder, String, JsonNode, WorkerEvents, CancelSignal)}, about several. */
  public synchronized JsonNode ask(
      List<RunFolder> runs,
      String operation,
      JsonNode args,
      WorkerEvents events,
      CancelSignal cancel) {
    ensure(WorkerPlan.together(runs.stream().map(WorkerPlan::of).toList()));
    return link.call(operation, args, events, cancel);
  }

  private void ensure(WorkerPlan plan) {
    int cores = Runtime.getRuntime().availableProcessors();
    int wanted =
        (int)
            Math.max(
                plan.heapMb(),
                Math.clamp(RUNS * plan.heapMb(), LEAST_HEAP_MB, Memory.ofMachineMb() / 2));
    if (link != null && link.alive() && wanted <= heapMb) {
      return;
    }
    close();
    heapMb = wanted;
    link = workers.start(new WorkerNeeds(Math.min(cores, plan.threads()), heapMb, plan.device()));
  }

  @Override
  public synchronized void close() {
    if (link != null) {
      link.close();
      link = null;
    }
  }
}
