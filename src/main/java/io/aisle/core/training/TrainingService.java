package io.aisle.core.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.Job;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobRunner;
import io.aisle.core.job.Memory;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.job.WorkerLink;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.model.DataShape;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Trains, and knows the runs of the workspace. A training prepares its data here and fits in a
 * worker of its own. Thread-safe.
 */
public final class TrainingService {
  /** Trainings of a session that are remembered once they have ended. */
  private static final int REMEMBERED = 40;

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final RunPreparer preparer;
  private final JobRunner jobs;
  private final WorkerLauncher workers;
  private final Path runs;
  private final Cores cores;
  private final RunRegistry registry;
  private final Set<RunFolder> active = ConcurrentHashMap.newKeySet();
  private final Deque<TrainingJob> session = new ArrayDeque<>();

  /**
   * @param runs folder of the workspace's run folders; made when it is first needed
   */
  public TrainingService(RunPreparer preparer, JobRunner jobs, WorkerLauncher workers, Path runs) {
    this(preparer, jobs, workers, runs, Cores.ALL);
  }

  /**
   * As the other.
   *
   * @param cores for runs of the workspace whose experiment leaves it open
   */
  public TrainingService(
      RunPreparer preparer, JobRunner jobs, WorkerLauncher workers, Path runs, Cores cores) {
    this.registry = new RunRegistry(runs);
    this.cores = cores;
    this.preparer = preparer;
    this.jobs = jobs;
    this.workers = workers;
    this.runs = runs;
  }

  /** Trains into a new folder of the workspace, named after the experiment and the time. */
  public TrainingJob start(Experiment experiment) {
    return start(new ReadExperiment(experiment, List.of()));
  }

  /** As the other, with what is to be said of the experiment in its run. */
  public TrainingJob start(ReadExperiment read) {
    RunFolder folder = newFolder(read.experiment().name());
    return submit(read, folder, IfExists.REFUSE, Optional.empty());
  }

  /**
   * Trains into a new folder of the workspace on exactly the data of another run, so that the two
   * can be compared.
   *
   * @param like a complete run
   */
  public TrainingJob startLike(RunFolder like, ReadExperiment read) {
    return submit(read, newFolder(read.experiment().name()), IfExists.REFUSE, Optional.of(like));
  }

  /** As the other, into a new folder of the caller's choice. */
  public TrainingJob startLike(RunFolder like, ReadExperiment read, Path out) {
    return submit(read, new RunFolder(out), IfExists.REFUSE, Optional.of(like));
  }

  /**
   * Trains into a folder of the caller's choice.
   *
   * @throws InputException when the folder is there and may not be, or holds something else
   */
  public TrainingJob start(ReadExperiment experiment, Path out, IfExists ifExists) {
    RunFolder folder = new RunFolder(out);
    RunPreparer.check(experiment.experiment(), folder, ifExists);
    return submit(experiment, folder, ifExists, Optional.empty());
  }

  /** Goes on with an interrupted run after its last checkpoint. */
  public TrainingJob resume(RunFolder folder) {
    RunRequest request = RunRequest.read(folder);
    return submit(request.again(folder), folder, IfExists.RESUME, Optional.empty());
  }

  private TrainingJob submit(
      ReadExperiment asked, RunFolder folder, IfExists ifExists, Optional<RunFolder> like) {
    ReadExperiment read = ifExists == IfExists.RESUME ? asked : cores.grant(asked);
    Experiment experiment = read.experiment();
    WorkerPlan plan = WorkerPlan.before(experiment);
    LiveRun live = new LiveRun(ifExists == IfExists.RESUME ? folder.epochs() : List.of());
    active.add(folder);
    Job<RunRecord> job =
        jobs.submit(
            experiment.name(),
            new JobNeeds(plan.threads(), plan.memoryMb(), true),
            control -> train(read, folder, ifExists, like, live, control));
    job.ended().thenRun(() -> active.remove(folder));
    TrainingJob training =
        new TrainingJob(experiment, folder, job, live::epochs, live::forecast, live::offer);
    remember(training);
    return training;
  }

  private void remember(TrainingJob training) {
    synchronized (session) {
      session.addLast(training);
      if (session.size() > REMEMBERED && session.getFirst().job().outcome().isPresent()) {
        session.removeFirst();
      }
    }
  }

  /**
   * The trainings of this session that wait, run or ended lately, the oldest first. A copy, cheap
   * enough to be asked ten times a second.
   */
  public List<TrainingJob> session() {
    synchronized (session) {
      return List.copyOf(session);
    }
  }

  /** What trainings would take, asked before they are started. */
  public Forecaster forecaster() {
    return new Forecaster(preparer, workers, runs.resolve(".forecast"));
  }

  private RunRecord train(
      ReadExperiment read,
      RunFolder folder,
      IfExists ifExists,
      Optional<RunFolder> like,
      LiveRun live,
      JobControl control) {
    boolean existed = Files.exists(folder.path());
    Disk.createFolders(folder.path());
    control.logsTo(folder.log());
    try (RunLock _ = RunLock.take(folder)) {
      boolean open = true;
      if (like.isPresent()) {
        RunPreparer.prepareLike(like.get(), read, folder);
      } else {
        open = preparer.prepare(read, folder, ifExists, control);
      }
      if (open) {
        control.check();
        fit(read.experiment(), folder, live, control);
      }
      return folder.record();
    } finally {
      // before the job has ended, so that whoever waited for it sees the folder as it is
      active.remove(folder);
      if (!existed || folder.path().startsWith(runs)) {
        Disk.deleteIfEmpty(folder.path());
      }
    }
  }

  private void fit(Experiment experiment, RunFolder folder, LiveRun live, JobControl control) {
    DataFacts facts = DataFacts.read(folder.data());
    WorkerPlan plan = WorkerPlan.of(experiment, facts);
    control.claim(plan.memoryMb());
    try (WorkerLink worker = workers.start(plan.needs())) {
      worker.log().ifPresent(control::logsTo);
      ObjectNode arguments = RunJson.mapper().createObjectNode();
      arguments.put("folder", folder.path().toAbsolutePath().toString());
      arguments.put("parent", ProcessHandle.current().pid());
      long parentPeakMb = Memory.ofThisProcess().peakMb();
      arguments.put("parentPeakMb", parentPeakMb);
      try {
        worker.call(TrainOp.NAME, arguments, live.events(control, parentPeakMb), control);
      } catch (OperationException e) {
        throw worker.alive() ? e : died(experiment, plan, facts.shape(), e);
      }
    }
  }

  private static OperationException died(
      Experiment experiment, WorkerPlan plan, DataShape shape, OperationException end) {
    return new OperationException(
        "%s Its training was expected to take %,d MiB; resume it, or if the memory ran out, half as much is taken by %s."
            .formatted(end.getMessage(), plan.memoryMb(), Smaller.half(experiment, shape)),
        end);
  }

  /** Complete runs of the workspace, newest first. */
  public List<RunFolder> runs() {
    return registry.complete();
  }

  /**
   * The same with what came out of them; only what is new or changed is read.
   *
   * @param most the newest so many
   */
  public ListedRuns listed(int most) {
    return registry.read(most);
  }

  /** Runs of the workspace that were cut off and that nobody works on, newest first. */
  public List<RunFolder> interrupted() {
    return unfinished().stream()
        .filter(folder -> !active.contains(folder) && !RunLock.isHeld(folder))
        .toList();
  }

  /** What an interrupted run was to be, as far as its folder can still tell. */
  public Unfinished unfinished(RunFolder folder) {
    if (folder.state() != RunFolder.State.UNFINISHED) {
      return new Unfinished(folder, Optional.empty(), 0);
    }
    try {
      Experiment asked = RunRequest.read(folder).experiment(folder);
      return new Unfinished(folder, Optional.of(asked), folder.epochs().size());
    } catch (InputException e) {
      return new Unfinished(folder, Optional.empty(), 0); // resuming it says what is wrong
    }
  }

  /** Whether somebody works on the run in a folder. */
  public boolean isBusy(Path folder) {
    RunFolder run = new RunFolder(folder);
    return active.contains(run) || RunLock.isHeld(run);
  }

  private List<RunFolder> unfinished() {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(runs)) {
      return content
          .map(RunFolder::new)
          .filter(folder -> folder.state() == RunFolder.State.UNFINISHED)
          .sorted(Comparator.comparing(RunFolder::changed).reversed())
          .toList();
    } catch (IOException e) {
      throw Disk.failure(runs, "read", e);
    }
  }

  /**
   * Deletes a run of the workspace.
   *
   * @throws InputException when the folder holds no run
   */
  public void remove(RunFolder folder) {
    if (folder.state() == RunFolder.State.NONE) {
      throw new InputException("%s holds no run; nothing was deleted".formatted(folder.path()));
    }
    RunLock.take(folder).close();
    Disk.delete(folder.path());
  }

  /**
   * Makes a run of the workspace by other means than training, in a folder of its own that is
   * deleted when no run came of it. Blocks; call it in a job.
   *
   * @param work makes the run in an empty folder
   */
  public RunRecord make(String name, Function<RunFolder, RunRecord> work) {
    RunFolder folder = newFolder(name);
    active.add(folder);
    try {
      return work.apply(folder);
    } finally {
      active.remove(folder);
      if (folder.state() != RunFolder.State.COMPLETE) {
        Disk.delete(folder.path());
      }
    }
  }

  private RunFolder newFolder(String name) {
    Disk.createFolders(runs);
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    String stem =
        plain.substring(0, Math.min(60, plain.length())) + "-" + STAMP.format(LocalDateTime.now());
    for (int attempt = 1; ; attempt++) {
      Path path = runs.resolve(attempt == 1 ? stem : stem + "-" + attempt);
      try {
        return new RunFolder(Files.createDirectory(path));
      } catch (FileAlreadyExistsException e) {
        continue; // another run of this second has the name
      } catch (IOException e) {
        throw Disk.failure(path, "created", e);
      }
    }
  }
}
