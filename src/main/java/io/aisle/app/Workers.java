package io.aisle.app;

import io.aisle.app.worker.WorkerMain;
import io.aisle.core.job.ProcessLauncher;
import io.aisle.core.job.WorkerLauncher;

/** How this program starts its workers. */
public final class Workers {
  private Workers() {}

  /** Workers with the class path and Java of this process; their logs lie in the workspace. */
  public static WorkerLauncher launcher(AppPaths paths) {
    return ProcessLauncher.likeThisProcess(
        WorkerMain.class, paths.logs(), paths.natives(), paths.home());
  }
}
