package io.aisle.core.tuning;

import io.aisle.core.job.JobControl;
import io.aisle.core.training.Disk;
import io.aisle.core.training.TrialWorker;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.tuning.Trial;

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
