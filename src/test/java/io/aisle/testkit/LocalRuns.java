package io.aisle.testkit;

import io.aisle.app.worker.WorkerOps;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.LocalWorker;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.training.ExperimentReader;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunPreparer;
import io.aisle.core.training.TrainingJob;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.JobOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trains in the calling thread, through the same operations as in a worker process. */
public final class LocalRuns {
  private LocalRuns() {}

  public static WorkerLauncher workers() {
    return needs -> new LocalWorker(WorkerOps.all(), needs);
  }

  public static TrainingService service(Path runs, WorkerLauncher workers) {
    return new TrainingService(RunPreparer.onFiles(), new CallerJobRunner(), workers, runs);
  }

  /** Writes the experiment beside its data and trains; the failure of the job is thrown. */
  public static RunFolder train(Path data, String yaml, Path out) {
    return train(data, yaml, out, IfExists.REFUSE, workers());
  }

  public static RunFolder train(
      Path data, String yaml, Path out, IfExists ifExists, WorkerLauncher workers) {
    Path file = data.resolve("experiment.yaml");
    try {
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TrainingJob job =
        service(out.resolveSibling("runs"), workers)
            .start(ExperimentReader.read(file), out, ifExists);
    return switch (job.job().outcome().orElseThrow()) {
      case JobOutcome.Done<?> _ -> job.folder();
      case JobOutcome.Failed<?> failed when failed.badInput() ->
          throw new InputException(failed.sentence());
      case JobOutcome.Failed<?> failed -> throw new OperationException(failed.sentence());
      case JobOutcome.Cancelled<?> _ -> throw new OperationException("cancelled");
    };
  }
}
