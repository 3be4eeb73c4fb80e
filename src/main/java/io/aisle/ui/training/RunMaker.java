package io.aisle.ui.training;

import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.run.RunRecord;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Notices;
import java.util.function.BiFunction;

/**
 * Makes runs out of others in the background, tells when one is ready and has the lists of runs
 * read anew. FX thread only.
 */
public final class RunMaker {
  private final TrainingService training;
  private final Background background;
  private final Notices notices;
  private final Changes changes;

  public RunMaker(
      TrainingService training, Background background, Notices notices, Changes changes) {
    this.training = training;
    this.background = background;
    this.notices = notices;
    this.changes = changes;
  }

  /**
   * What is made, in words.
   *
   * @param name of the run
   * @param job title of the job
   * @param done what is told in the end
   */
  record Wanted(String name, String job, String done) {}

  /**
   * @param work makes the run in an empty folder, on a thread of its own
   */
  void start(Wanted wanted, JobNeeds needs, BiFunction<RunFolder, JobControl, RunRecord> work) {
    var unused =
        background.start(
            wanted.job(),
            needs,
            control -> training.make(wanted.name(), out -> work.apply(out, control)),
            outcome -> {
              if (outcome instanceof JobOutcome.Done) {
                notices.done(wanted.done());
              }
              changes.runs();
            });
  }
}
