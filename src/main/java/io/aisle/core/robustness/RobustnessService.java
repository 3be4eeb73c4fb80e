package io.aisle.core.robustness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.lists.ListsService;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.core.training.WarmWorker;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures how robust finished runs are, in a worker, and keeps the results in their folders.
 * Thread-safe.
 */
public final class RobustnessService {
  private final WorkerLauncher workers;

  public RobustnessService(WorkerLauncher workers) {
    this.workers = workers;
  }

  /**
   * What was measured of a run before, with whatever settings.
   *
   * @return empty when nothing was, or the run or the definitions have changed since
   */
  public static Optional<Robustness> known(RunFolder run) {
    return RobustnessFile.of(run).read();
  }

  /**
   * Measures runs one after the other; what is known with the same settings is not measured again.
   * Blocks.
   *
   * @param control is told the users done over all runs, and the time that is left
   * @return one for each run
   * @throws InputException when a run has no model, or was not judged
   */
  public List<Robustness> measure(
      List<RunFolder> runs, RobustnessSettings settings, JobControl control) {
    runs.forEach(ListsService::requireJudged);
    List<Robustness> found = new ArrayList<>();
    List<RunFolder> open = runs.stream().filter(run -> lacking(run, settings)).toList();
    Elapsed elapsed = new Elapsed(open.size(), control);
    try (WarmWorker worker = new WarmWorker(workers)) {
      for (RunFolder run : runs) {
        control.check();
        if (open.contains(run)) {
          Robustness measured = ask(worker, run, settings, elapsed, control);
          RobustnessFile.of(run).write(measured);
          elapsed.next();
          found.add(measured);
        } else {
          found.add(known(run).orElseThrow());
        }
      }
    }
    return found;
  }

  private static boolean lacking(RunFolder run, RobustnessSettings settings) {
    return known(run).filter(found -> found.settings().equals(settings)).isEmpty();
  }

  private static Robustness ask(
      WarmWorker worker,
      RunFolder run,
      RobustnessSettings settings,
      Elapsed elapsed,
      JobControl control) {
    ObjectNode args = RunJson.mapper().createObjectNode();
    args.put("folder", run.path().toAbsolutePath().toString());
    args.set("settings", RunJson.mapper().valueToTree(settings));
    JsonNode answer = worker.ask(run, RobustnessOp.NAME, args, WorkerEvents.of(elapsed), control);
    try {
      return RunJson.mapper().treeToValue(answer, Robustness.class);
    } catch (JsonProcessingException e) {
      throw new OperationException("The worker's measurement cannot be read; try again", e);
    }
  }
}
