package io.aisle.ui.common;

import io.aisle.core.job.Job;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingService;
import io.aisle.core.tuning.BaselineService;
import io.aisle.core.tuning.InWorkspace;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.JobOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tunes simple models beside neural ones, in the background. FX thread only. */
public final class BaselineJobs {
  private final BaselineService service;
  private final TrainingService training;
  private final Path searches;
  private final Background background;
  private final Notices notices;
  private final Changes changes;
  private final Texts texts;

  /**
   * @param searches folder in which searches are kept
   */
  public BaselineJobs(
      BaselineService service,
      TrainingService training,
      Path searches,
      Background background,
      Notices notices,
      Changes changes,
      Texts texts) {
    this.service = service;
    this.training = training;
    this.searches = searches;
    this.background = background;
    this.notices = notices;
    this.changes = changes;
    this.texts = texts;
  }

  /** For a neural model that is being trained. */
  public void tuneFor(Experiment experiment) {
    background.follow(service.addFor(experiment, place(Optional.empty())), this::tell);
  }

  /**
   * For neural runs that are compared.
   *
   * @param like one of them
   * @param then gets what there is now, after the runs were listed anew
   */
  public void tuneFor(
      List<RunFolder> runs, RunFolder like, Consumer<Optional<BaselineService.Found>> then) {
    Job<BaselineService.Found> job = service.add(runs, place(Optional.of(like)));
    background.follow(
        job,
        outcome -> {
          tell(outcome);
          then.accept(
              outcome instanceof JobOutcome.Done<BaselineService.Found> done
                  ? Optional.of(done.value())
                  : Optional.empty());
        });
  }

  private void tell(JobOutcome<BaselineService.Found> outcome) {
    if (outcome instanceof JobOutcome.Done<BaselineService.Found> done) {
      notices.done(texts.of("baselines.done", done.value().runs().size()));
    }
    changes.runs();
  }

  private InWorkspace place(Optional<RunFolder> like) {
    return new InWorkspace(training, texts.of("baselines.job"), searches, like);
  }
}
