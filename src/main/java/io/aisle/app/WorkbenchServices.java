package io.aisle.app;

import io.aisle.core.bundle.RunBundles;
import io.aisle.core.erasure.ErasureReport;
import io.aisle.core.job.JobRunner;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.report.pin.Pinboard;
import io.aisle.core.settings.SettingsFile;
import io.aisle.core.training.TrainingService;
import io.aisle.core.tuning.TuningService;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.settings.Session;
import io.aisle.domain.settings.Settings;
import io.aisle.ui.common.Preferences;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The services of a window over one workspace, made together and closed in the order that their
 * work needs: jobs first, then warm workers, the store last.
 */
public final class WorkbenchServices implements AutoCloseable {
  private final Wiring wiring;
  private final Services services;
  private final AtomicReference<Settings> settings;

  private WorkbenchServices(Wiring wiring, Services services, AtomicReference<Settings> settings) {
    this.wiring = wiring;
    this.services = services;
    this.settings = settings;
  }

  /**
   * Opens the workspace.
   *
   * @throws io.aisle.domain.OperationException when another process holds it, or it cannot be made
   */
  public static WorkbenchServices open(AppPaths paths) {
    return open(paths, QueueJobRunner::forThisMachine);
  }

  /** As {@link #open(AppPaths)}, with another runner of jobs, which is closed with the services. */
  public static WorkbenchServices open(AppPaths paths, Supplier<JobRunner> runner) {
    AtomicReference<Settings> settings = new AtomicReference<>(settings(paths).load());
    Wiring wiring = new Wiring(paths, settings::get);
    wiring.datasets(); // first: when another process holds the workspace, nothing was started
    JobRunner jobs = runner.get();
    TrainingService training = wiring.trainingOfWindow(jobs);
    TuningService tuning = wiring.tuningOfWindow(jobs);
    WorkspaceService workspace = wiring.workspace(training);
    return new WorkbenchServices(
        wiring,
        new Services(
            jobs,
            wiring.datasets(),
            wiring.lineage(training),
            wiring.samples(),
            training,
            tuning,
            wiring.baselines(tuning, jobs),
            wiring.comparisons(),
            wiring.reports(),
            new Pinboard(paths.layout().pins(), Clock.systemUTC()),
            wiring.usersOfWorkspace(),
            wiring.neighboursOfWorkspace(),
            wiring.slicesOfWorkspace(),
            new RunBundles(),
            wiring.exports(),
            wiring.lists(),
            wiring.robustness(),
            wiring.sql(training),
            workspace,
            wiring.schedule(workspace),
            wiring.erasures(),
            wiring.devices(),
            wiring.problems(),
            wiring.about(),
            wiring.machine(),
            wiring.logs()),
        settings);
  }

  /** What was erased when the workspace was opened. */
  public Optional<ErasureReport> erased() {
    return wiring.erased();
  }

  public AppPaths paths() {
    return wiring.paths();
  }

  private static SettingsFile<Settings> settings(AppPaths paths) {
    return new SettingsFile<>(paths.settings(), Settings.class, Settings.DEFAULT);
  }

  /** What the analyst has chosen, read from the workspace; services follow its changes. */
  public Preferences preferences() {
    Preferences preferences =
        new Preferences(
            settings(paths()), new SettingsFile<>(paths().session(), Session.class, Session.NONE));
    preferences.settingsProperty().subscribe(settings::set);
    return preferences;
  }

  public Services services() {
    return services;
  }

  @Override
  public void close() {
    services.jobs().close();
    services.users().close();
    services.neighbours().close();
    services.lists().close();
    services.sql().close();
    wiring.close();
  }
}
