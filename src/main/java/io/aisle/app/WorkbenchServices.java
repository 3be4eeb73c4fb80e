package io.aisle.app;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.Samples;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.report.ReportService;
import io.aisle.core.training.RunPreparer;
import io.aisle.core.training.TrainingService;
import io.aisle.core.users.UsersService;
import io.aisle.store.Database;
import java.time.Clock;

/**
 * The services of a window over one workspace, made together and closed in the order that their
 * work needs: jobs first, then warm workers, the store last.
 */
public final class WorkbenchServices implements AutoCloseable {
  private final Database database;
  private final Services services;

  private WorkbenchServices(Database database, Services services) {
    this.database = database;
    this.services = services;
  }

  /**
   * Opens the workspace.
   *
   * @throws io.aisle.domain.OperationException when another process holds it, or it cannot be made
   */
  public static WorkbenchServices open(AppPaths paths) {
    paths.create();
    Database database = Database.open(paths.store());
    DatasetService datasets = new DatasetService(database, paths.snapshots());
    QueueJobRunner jobs = QueueJobRunner.forThisMachine();
    WorkerLauncher workers = Workers.launcher(paths);
    ComparisonService comparisons = new ComparisonService();
    return new WorkbenchServices(
        database,
        new Services(
            jobs,
            datasets,
            new Samples(paths.home()),
            new TrainingService(RunPreparer.withWorkspace(datasets), jobs, workers, paths.runs()),
            comparisons,
            new ReportService(comparisons, Version.number(), Clock.systemUTC()),
            new UsersService(workers)));
  }

  public Services services() {
    return services;
  }

  @Override
  public void close() {
    services.jobs().close();
    services.users().close();
    database.close();
  }
}
