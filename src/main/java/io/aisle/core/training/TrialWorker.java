package io.aisle.core.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.job.WorkerLink;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.Progress;
import io.aisle.domain.tuning.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A worker that fits trials one after the other; started with the first, again when it died.
 * Confined to one thread. Close it.
 */
public final class TrialWorker implements AutoCloseable {
  private final WorkerLauncher workers;
  private final TrialData data;
  private final Needs needs;
  private WorkerLink link;

  public TrialWorker(WorkerLauncher workers, TrialData data, Needs needs) {
    this.workers = workers;
    this.data = data;
    this.needs = needs;
  }

  /**
   * What a worker must have for any of some trials.
   *
   * @param threads CPU threads
   * @param heapMb Java heap
   * @param memoryMb all its memory
   * @param device as the experiments name it
   */
  public record Needs(int threads, long heapMb, long memoryMb, String device) {
    /**
     * The most that one of the trials needs.
     *
     * @throws io.aisle.domain.InputException when one is too big for this machine
     */
    public static Needs of(List<Experiment> trials, TrialData data) {
      DataFacts facts = data.facts();
      List<WorkerPlan> plans = trials.stream().map(each -> WorkerPlan.of(each, facts)).toList();
      return new Needs(
          plans.stream().mapToInt(WorkerPlan::threads).max().orElse(1),
          plans.stream().mapToLong(WorkerPlan::heapMb).max().orElse(0),
          plans.stream().mapToLong(WorkerPlan::memoryMb).max().orElse(0),
          plans.isEmpty() ? "auto" : plans.getFirst().device());
    }

    /** What the queue is asked for. */
    public JobNeeds job() {
      return new JobNeeds(threads, memoryMb);
    }
  }

  /** Why a model cannot be fitted on some data on this machine; empty when it can. */
  public static Optional<String> refusal(
      Experiment experiment, TrialData.Source source, JobControl control) {
    try {
      WorkerPlan.of(experiment, source.facts(control));
      return Optional.empty();
    } catch (InputException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Fits a trial as far as it may go.
   *
   * @param folder of the trial; holds its checkpoint
   * @param epochs passes in all
   * @throws io.aisle.domain.InputException or {@link OperationException} when it fails
   * @throws io.aisle.domain.job.CancelledException when it was cancelled
   */
  public Trial.Result fit(Experiment trial, Path folder, int epochs, JobControl control) {
    if (link == null || !link.alive()) {
      close();
      link = workers.start(WorkerPlan.needs(needs.threads(), needs.heapMb(), needs.device()));
      link.log().ifPresent(control::logsTo);
    }
    ObjectNode args = RunJson.mapper().createObjectNode();
    args.put("data", data.folder().toAbsolutePath().toString());
    args.put("folder", folder.toAbsolutePath().toString());
    args.put("epochs", epochs);
    args.set("experiment", RunJson.mapper().valueToTree(ExperimentWriter.toMap(trial)));
    JsonNode answer = link.call(TrialOp.NAME, args, events(control), control);
    try {
      return RunJson.mapper().treeToValue(answer, Trial.Result.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a trial answered " + answer, e);
    }
  }

  /** Epochs stand in the trial's own table; here only the progress counts. */
  private static WorkerEvents events(JobControl control) {
    return new WorkerEvents() {
      @Override
      public void progress(Progress progress) {
        control.at(progress);
      }

      @Override
      public void event(String name, JsonNode value) {
        // the loop tells of its epochs, which the trial's folder keeps
      }
    };
  }

  @Override
  public void close() {
    if (link != null) {
      link.close();
      link = null;
    }
  }
}
