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

/**
 * Searches for parameters. The data are prepared once, without the test part; trials are fitted in
 * workers of their own, as many at a time as the runner of jobs admits. Thread-safe.
 */
public final class TuningService {
  private final RunPreparer preparer;
  private final JobRunner jobs;
  private final WorkerLauncher workers;
  private final Cores cores;
  private final List<TuningJob> session = new ArrayList<>();

  /**
   * @param cores that all trials together may use where the experiments leave it open
   */
  public TuningService(RunPreparer preparer, JobRunner jobs, WorkerLauncher workers, Cores cores) {
    this.preparer = preparer;
    this.jobs = jobs;
    this.workers = workers;
    this.cores = cores;
  }

  /** Where the data of a search come from: what its experiments name. */
  public TrialData.Source source(Search search) {
    // what only some of the models read is loaded when it is one of them that asks
    Experiment asking =
        search.candidates().stream()
            .map(Search.Candidate::experiment)
            .filter(each -> each.model().kind().has(ModelTrait.FEATURES))
            .findFirst()
            .orElse(search.candidates().getFirst().experiment());
    return TrialData.Source.of(preparer, asking);
  }

  /** Searches on the data that the experiments name. */
  public TuningJob start(Search search, SearchFolder folder, IfExists ifExists) {
    return start(search, source(search), folder, ifExists);
  }

  /**
   * Searches.
   *
   * @param source of the data, asked unless an earlier session has prepared them
   * @throws InputException when the folder is there and may not be, or holds another search
   */
  public TuningJob start(
      Search search, TrialData.Source source, SearchFolder folder, IfExists ifExists) {
    folder.open(search, ifExists);
    AtomicReference<List<Trial>> known = new AtomicReference<>(folder.trials());
    AtomicReference<TrialBoard> board = new AtomicReference<>();
    Job<List<Trial>> job =
        jobs.submit(
            search.name(), JobNeeds.LIGHT, control -> run(search, source, folder, board, control));
    TuningJob started =
        new TuningJob(
            search, folder, job, () -> board.get() == null ? known.get() : board.get().trials());
    synchronized (session) {
      session.removeIf(other -> other.job().outcome().isPresent());
      session.add(started);
    }
    return started;
  }

  /** The searches that run, and the one that was started last. A copy. */
  public List<TuningJob> session() {
    synchronized (session) {
      return List.copyOf(session);
    }
  }

  private List<Trial> run(
      Search search,
      TrialData.Source source,
      SearchFolder folder,
      AtomicReference<TrialBoard> live,
      JobControl control) {
    try (RunLock _ = RunLock.take(folder.path())) {
      control.at(new Progress("preparing", 0, 0));
      TrialData data = TrialData.prepare(source, folder.data(), control);
      TrialThreads threads = new TrialThreads(cores);
      Search threaded = threads.shared(search);
      TrialBoard board = new TrialBoard(threaded, folder.trials(), folder::write);
      live.set(board);
      TrialWorker.Needs needs = TrialWorker.Needs.of(board.experiments(), data);
      List<Job<?>> slots = new ArrayList<>();
      for (int slot = 1; slot <= threads.slots(search); slot++) {
        slots.add(
            jobs.submit(
                "%s · %d".formatted(search.name(), slot),
                needs.job(),
                own -> {
                  try (TrialWorker worker = new TrialWorker(workers, data, needs)) {
                    new TrialFitting(board, worker, folder).run(own);
                  }
                  return null;
                }));
      }
      JobWait.forAll(slots, control, () -> control.at(progress(board.trials())));
      slots.forEach(TuningService::requireEnd);
      List<Trial> trials = board.trials();
      Winners.best(search, trials);
      trials.forEach(trial -> Disk.delete(folder.trial(trial.number())));
      return trials;
    }
  }

  /**
   * What fails in a trial is noted there; a worker's job fails by the program's own fault alone.
   */
  private static void requireEnd(Job<?> slot) {
    if (slot.outcome().orElseThrow() instanceof JobOutcome.Failed<?> failed) {
      throw new OperationException(failed.sentence());
    }
    if (slot.outcome().orElseThrow() instanceof JobOutcome.Cancelled<?>) {
      throw new CancelledException();
    }
  }

  private static Progress progress(List<Trial> trials) {
    long ended =
        trials.stream()
            .filter(t -> t.state() == Trial.State.DONE || t.state() == Trial.State.FAILED)
            .count();
    return new Progress("searching", ended, trials.size());
  }
}
