package io.aisle.app;

import io.aisle.app.worker.WorkerMain;
import io.aisle.core.device.GpuPack;
import io.aisle.core.job.ProcessLauncher;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.settings.Settings;
import java.util.function.Supplier;

/** How this program starts its workers. */
public final class Workers {
  private Workers() {}

  /** Workers with the class path and Java of this process; their logs lie in the workspace. */
  public static WorkerLauncher launcher(AppPaths paths) {
    return launcher(
        paths, new SettingsFile<>(paths.settings(), Settings.class, Settings.DEFAULT)::load);
  }

  /**
   * As {@link #launcher(AppPaths)}.
   *
   * @param settings asked at each start for the GPU pack
   */
  public static WorkerLauncher launcher(AppPaths paths, Supplier<Settings> settings) {
    return ProcessLauncher.likeThisProcess(
        WorkerMain.class,
        paths.logs(),
        paths.natives(),
        paths.home(),
        () -> GpuPack.environmentOf(settings.get().gpuLibrary()));
  }
}
