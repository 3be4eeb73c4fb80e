package io.aisle.core.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.job.WorkerLink;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Says what trainings would take before any is started: memory from the sizes of the prepared data,
 * time from a short calibration in a worker. Every method blocks; call it in a job. Thread-safe.
 */
public final class Forecaster {
  private final RunPreparer preparer;
  private final WorkerLauncher workers;
  private final Path scratch;

  /**
   * @param scratch folder for what a worker is given; made and deleted at will
   */
  Forecaster(RunPreparer preparer, WorkerLauncher workers, Path scratch) {
    this.preparer = preparer;
    this.workers = workers;
    this.scratch = scratch;
  }

  /**
   * Sizes of the prepared and divided data.
   *
   * @throws InputException when nothing is left of them, or they cannot be divided so
   */
  public Sizes sizes(Experiment experiment, JobControl control) {
    RunData data = preparer.load(experiment, control);
    return new Sizes(
        data.catalogue().users().size(),
        data.catalogue().items().size(),
        data.split().train().size(),
        data.split().valid().size(),
        data.split().test().size());
  }

  /** Memory of a worker, or why this machine cannot hold it. */
  public Memory memory(Experiment experiment, Sizes sizes) {
    DataFacts facts =
        new DataFacts(
            "",
            "",
            sizes.users(),
            sizes.items(),
            sizes.train() + sizes.valid() + sizes.test(),
            0,
            List.of(),
            null);
    try {
      return new Memory(OptionalLong.of(WorkerPlan.of(experiment, facts).memoryMb()), "");
    } catch (InputException e) {
      return new Memory(OptionalLong.empty(), e.getMessage());
    }
  }

  /**
   * Expected seconds of training for each experiment, all its epochs counted; they must be of the
   * same data.
   *
   * @throws InputException when one is too big for this machine
   */
  public synchronized List<Double> seconds(List<Experiment> experiments, JobControl control) {
    RunData data = preparer.load(withSide(experiments), control);
    DataFacts facts = DataFacts.sizes(data);
    List<WorkerPlan> plans = experiments.stream().map(each -> WorkerPlan.of(each, facts)).toList();
    int threads = plans.stream().mapToInt(WorkerPlan::threads).max().orElse(1);
    long heap = plans.stream().mapToLong(WorkerPlan::heapMb).max().orElse(0);
    Disk.delete(scratch);
    Disk.createFolders(scratch);
    try (WorkerLink worker =
        workers.start(new WorkerNeeds(threads, (int) heap, plans.getFirst().device()))) {
      data.write(scratch);
      return ask(worker, experiments, control);
    } finally {
      Disk.delete(scratch);
    }
  }

  /** One whose data serve all of them. */
  private static Experiment withSide(List<Experiment> experiments) {
    return experiments.stream()
        .filter(each -> !SideData.Wanted.of(each).nothing())
        .max(Comparator.comparing(each -> SideData.Wanted.of(each).features().isPresent()))
        .orElseGet(experiments::getFirst);
  }

  private List<Double> ask(WorkerLink worker, List<Experiment> experiments, JobControl control) {
    ObjectNode args = RunJson.mapper().createObjectNode();
    args.put("data", scratch.toAbsolutePath().toString());
    ArrayNode wanted = args.putArray("experiments");
    for (Experiment experiment : experiments) {
      wanted.add(RunJson.mapper().valueToTree(ExperimentWriter.toMap(experiment)));
    }
    List<Double> seconds = new ArrayList<>();
    worker
        .call(ForecastOp.NAME, args, WorkerEvents.of(control), control)
        .forEach(each -> seconds.add(each.asDouble()));
    return seconds;
  }

  /** How much there is to learn from. */
  public record Sizes(int users, int items, int train, int valid, int test) {}

  /**
   * What a training occupies.
   *
   * @param mb MiB of the worker; empty when it cannot run here
   * @param refusal why it cannot; empty when it can
   */
  public record Memory(OptionalLong mb, String refusal) {}
}
