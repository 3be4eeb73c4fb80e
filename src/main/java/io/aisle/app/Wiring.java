package io.aisle.app;

import io.aisle.core.about.AboutService;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.Samples;
import io.aisle.core.device.DeviceService;
import io.aisle.core.erasure.ErasureReport;
import io.aisle.core.erasure.ErasureService;
import io.aisle.core.export.ListExportService;
import io.aisle.core.job.JobRunner;
import io.aisle.core.job.LogFiles;
import io.aisle.core.job.Machine;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.job.WorkerWatch;
import io.aisle.core.lineage.LineageService;
import io.aisle.core.lists.ListsService;
import io.aisle.core.neighbours.NeighbourService;
import io.aisle.core.problem.ProblemService;
import io.aisle.core.report.ReportService;
import io.aisle.core.robustness.RobustnessService;
import io.aisle.core.settings.SettingsFile;
import io.aisle.core.slices.SliceService;
import io.aisle.core.sql.SqlService;
import io.aisle.core.training.Cores;
import io.aisle.core.training.Disk;
import io.aisle.core.training.RunPreparer;
import io.aisle.core.training.TrainingService;
import io.aisle.core.tuning.BaselineService;
import io.aisle.core.tuning.TuningService;
import io.aisle.core.users.RunDataCache;
import io.aisle.core.users.UsersService;
import io.aisle.core.workspace.BackupSchedule;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.settings.Settings;
import io.aisle.store.Database;
import io.aisle.store.QueryAccess;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Builds the services of one process, for the command line and the window alike. What is not asked
 * for is not made: only data sets open the store of the workspace. Thread-safe.
 */
public final class Wiring implements AutoCloseable {
  private final AppPaths paths;
  private final Supplier<Settings> settings;
  private Database database;
  private final WorkerWatch workers;
  private DatasetService datasets;
  private Optional<ErasureReport> erased = Optional.empty();
  private final RunDataCache runs = new RunDataCache();

  /** Settings are read from the workspace each time they are needed. */
  public Wiring(AppPaths paths) {
    this(paths, new SettingsFile<>(paths.settings(), Settings.class, Settings.DEFAULT)::load);
  }

  /**
   * @param settings what the analyst has chosen; asked from any thread
   */
  public Wiring(AppPaths paths, Supplier<Settings> settings) {
    this.paths = paths;
    this.settings = settings;
    this.workers = new WorkerWatch(Workers.launcher(paths, settings));
  }

  public AppPaths paths() {
    return paths;
  }

  /**
   * The data sets of the workspace; opens its store.
   *
   * @throws io.aisle.domain.OperationException naming the process that holds the store
   */
  public synchronized DatasetService datasets() {
    if (datasets == null) {
      database = Database.open(paths.create().store());
      Disk.delete(paths.layout().spool()); // of a process that was killed; no other has the store
      datasets =
          new DatasetService(
              database,
              paths.snapshots(),
              paths.layout().pseudonymKey(),
              () -> settings.get().groupSize());
      finishErasures();
    }
    return datasets;
  }

  /** What was to be erased when the program was ended is erased before anything reads it. */
  private void finishErasures() {
    boolean done = false;
    try {
      erased = erasures().goOn(ProgressListener.NONE);
      done = true;
    } finally {
      if (!done) {
        close();
      }
    }
  }

  /** What was erased when the store was opened. */
  synchronized Optional<ErasureReport> erased() {
    return erased;
  }

  /** Removes users from the workspace; opens its store. */
  public synchronized ErasureService erasures() {
    DatasetService known = datasets();
    return new ErasureService(database, known, paths.layout(), InstantSource.system());
  }

  /** The bundled data sets. */
  public Samples samples() {
    return new Samples(paths.home());
  }

  public WorkerLauncher workers() {
    return workers;
  }

  /** What can compute on this machine. */
  public DeviceService devices() {
    return new DeviceService(workers());
  }

  /** Care for the workspace; opens its store. */
  public WorkspaceService workspace(TrainingService training) {
    datasets();
    return new WorkspaceService(
        paths.layout(),
        database,
        AppPaths.remembered(),
        training::isBusy,
        Version.number(),
        InstantSource.system());
  }

  /** Backups that come by themselves, as the settings say. */
  public BackupSchedule schedule(WorkspaceService workspace) {
    return new BackupSchedule(
        workspace, () -> settings.get().backup(), InstantSource.system(), ZoneId.systemDefault());
  }

  /** Where versions of data sets come from and what depends on them; opens the store. */
  public LineageService lineage(TrainingService training) {
    return new LineageService(datasets(), () -> training.listed(Integer.MAX_VALUE).finished());
  }

  /** Queries on views of the store; opens it. The caller closes it before this. */
  public SqlService sql(TrainingService training) {
    datasets();
    return new SqlService(
        database,
        () ->
            training.listed(Integer.MAX_VALUE).finished().stream()
                .map(run -> new QueryAccess.RunEntry(run.folder().name(), run.record()))
                .toList(),
        paths.layout().spool());
  }

  /** What helps to find a fault; opens the store. */
  public ProblemService problems() {
    datasets();
    return new ProblemService(paths.layout(), Optional.of(database), settings, Version.number());
  }

  /** As {@link #problems}, when another process holds the store: without what only it can say. */
  public ProblemService problemsWithoutStore() {
    return new ProblemService(paths.layout(), Optional.empty(), settings, Version.number());
  }

  /** Versions and licences. */
  public AboutService about() {
    return new AboutService(paths.home(), samples(), Version.number(), Version.build());
  }

  /** Devices and memory of this machine. */
  public Machine machine() {
    return new Machine(workers);
  }

  /** The logs of the workspace. */
  public LogFiles logs() {
    return new LogFiles(paths.logs());
  }

  /** Training on files and on data sets of the workspace; opens its store. */
  public TrainingService training(JobRunner jobs) {
    return training(RunPreparer.withWorkspace(datasets()), jobs);
  }

  /** As {@link #training}, for the window: experiments that leave it open take the set cores. */
  public TrainingService trainingOfWindow(JobRunner jobs) {
    return new TrainingService(
        RunPreparer.withWorkspace(datasets()),
        jobs,
        workers(),
        paths.runs(),
        new Cores(() -> settings.get().threads()));
  }

  /** Training on files alone; never opens the store. */
  public TrainingService trainingOnFiles(JobRunner jobs) {
    return training(RunPreparer.onFiles(), jobs);
  }

  private TrainingService training(RunPreparer preparer, JobRunner jobs) {
    return new TrainingService(preparer, jobs, workers, paths.runs());
  }

  /** Searches on files and on data sets of the workspace; opens its store. */
  public TuningService tuning(JobRunner jobs) {
    return new TuningService(RunPreparer.withWorkspace(datasets()), jobs, workers(), Cores.ALL);
  }

  /** As {@link #tuning}, for the window: all trials together take the set cores. */
  public TuningService tuningOfWindow(JobRunner jobs) {
    return new TuningService(
        RunPreparer.withWorkspace(datasets()),
        jobs,
        workers(),
        new Cores(() -> settings.get().threads()));
  }

  /** Searches on files alone; never opens the store. */
  public TuningService tuningOnFiles(JobRunner jobs) {
    return new TuningService(RunPreparer.onFiles(), jobs, workers(), Cores.ALL);
  }

  /** The tuned simple models beside neural ones. */
  public BaselineService baselines(TuningService tuning, JobRunner jobs) {
    return new BaselineService(tuning, jobs);
  }

  /** Single users of runs; never opens the store. The caller closes it. */
  public UsersService users() {
    return new UsersService(workers);
  }

  /** The same with what the data sets of the workspace know; opens its store. */
  public UsersService usersOfWorkspace() {
    return new UsersService(workers(), Optional.of(datasets()), runs);
  }

  /** The items of runs; never opens the store. The caller closes it. */
  public NeighbourService neighbours() {
    return new NeighbourService(workers());
  }

  /** The same with the prices that the data sets of the workspace know; opens its store. */
  public NeighbourService neighboursOfWorkspace() {
    return new NeighbourService(workers(), Optional.of(datasets()), runs);
  }

  /** Groups of users by what runs know of them; never opens the store. */
  public SliceService slices() {
    return new SliceService(comparisons(), Optional.empty(), runs);
  }

  /** The same with what the data sets of the workspace know; opens its store. */
  public SliceService slicesOfWorkspace() {
    return new SliceService(comparisons(), Optional.of(datasets()), runs);
  }

  /** Lists for many users, into files; never opens the store. */
  public ListExportService exports() {
    return new ListExportService(workers());
  }

  /** Runs made from finished runs; never opens the store. The caller closes it. */
  public ListsService lists() {
    return new ListsService(workers());
  }

  /** How far finished runs move when histories are perturbed; never opens the store. */
  public RobustnessService robustness() {
    return new RobustnessService(workers());
  }

  public ComparisonService comparisons() {
    return new ComparisonService(() -> settings.get().groupSize());
  }

  public ReportService reports() {
    return new ReportService(comparisons(), Version.number(), Clock.systemUTC());
  }

  @Override
  public synchronized void close() {
    if (database != null) {
      database.close();
      database = null;
      datasets = null;
    }
  }
}
