package io.aisle.app;

import io.aisle.core.bundle.RunBundles;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.settings.Session;
import io.aisle.domain.settings.Settings;
import io.aisle.ui.common.Preferences;

/**
 * The services of a window over one workspace, made together and closed in the order that their
 * work needs: jobs first, then warm workers, the store last.
 */
public final class WorkbenchServices implements AutoCloseable {
  private final Wiring wiring;
  private final Services services;

  private WorkbenchServices(Wiring wiring, Services services) {
    this.wiring = wiring;
    this.services = services;
  }

  /**
   * Opens the workspace.
   *
   * @throws io.aisle.domain.OperationException when another process holds it, or it cannot be made
   */
  public static WorkbenchServices open(AppPaths paths) {
    Wiring wiring = new Wiring(paths);
    wiring.datasets(); // first: when another process holds the workspace, nothing was started
    QueueJobRunner jobs = QueueJobRunner.forThisMachine();
    return new WorkbenchServices(
        wiring,
        new Services(
            jobs,
            wiring.datasets(),
            wiring.samples(),
            wiring.training(jobs),
            wiring.comparisons(),
            wiring.reports(),
            wiring.users(),
            new RunBundles()));
  }

  public AppPaths paths() {
    return wiring.paths();
  }

  /** What the analyst has chosen, read from the workspace. */
  public Preferences preferences() {
    return new Preferences(
        new SettingsFile<>(paths().settings(), Settings.class, Settings.DEFAULT),
        new SettingsFile<>(paths().session(), Session.class, Session.NONE));
  }

  public Services services() {
    return services;
  }

  @Override
  public void close() {
    services.jobs().close();
    services.users().close();
    wiring.close();
  }
}
