package io.aisle.core.tuning;

import io.aisle.core.job.Job;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobRunner;
import io.aisle.core.job.JobWait;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.training.Cores;
import io.aisle.core.training.Disk;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.RunLock;
import io.aisle.core.training.RunPreparer;
import io.aisle.core.training.TrialData;
import io.aisle.core.training.TrialWorker;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import io.aisle.domain.model.ModelTrait;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Fits the trials of a board in one worker. */
record TrialFitting(TrialBoard board, TrialWorker worker, SearchFolder folder) {
  /** Until none is left. */
  void run(JobControl control) {
    for (var task = board.take(control); task.isPresent(); task = board.take(control)) {
      fit(task.get(), control);
    }
  }

  private void fit(TrialBoard.Task task, JobControl control) {
    boolean answered = false;
    try {
      Trial.Result result =
          worker.fit(task.experiment(), folder.trial(task.number()), task.step().epochs(), control);
      answered = true;
      boolean goesOn = board.goesOn(task);
      board.done(task, result);
      if (!goesOn) {
        Disk.delete(folder.trial(task.number()));
      }
    } catch (InputException | OperationException e) {
      answered = true;
      board.failed(task, e.getMessage());
    } finally {
      if (!answered) {
        board.cut(task);
      }
    }
  }
}
