package io.aisle.core.job;

import io.aisle.store.sealed.Sealed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line and the environment of a worker process. */
final class WorkerCommand {
  /** The largest that glibc takes: 32 MiB. */
  private static final String MMAP_THRESHOLD = Integer.toString(32 << 20);

  private static final String TRIM_THRESHOLD = Integer.toString(1 << 30);

  private WorkerCommand() {}

  /**
   * A process whose input and output are pipes and whose error stream goes to the log.
   *
   * @param log the file, appended to
   */
  static ProcessBuilder of(WorkerSetup setup, WorkerNeeds needs, Path log) {
    List<String> command = new ArrayList<>();
    command.add(setup.java().toString());
    // messages of the JVM must not reach the output, which belongs to the protocol
    command.add("-Xlog:all=warning:stderr");
    command.add("-Xmx" + needs.heapMb() + "m");
    command.add("-Djava.awt.headless=true");
    command.addAll(setup.flags());
    command.addAll(List.of("-cp", setup.classPath(), setup.mainClass()));
    command.addAll(needs.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    // the system knows nothing of encrypted files: WorkerLogs leads the stream there
    builder.redirectError(
        Sealed.isSealed(log)
            ? ProcessBuilder.Redirect.PIPE
            : ProcessBuilder.Redirect.appendTo(Sealed.file(log)));
    environment(builder.environment(), needs);
    builder.environment().putAll(setup.environment().get());
    return builder;
  }

  /**
   * OpenMP threads that wait must not burn the cores that Java threads need; glibc must keep the
   * buffers of a training step instead of giving each back to the system (5-15% of a step).
   */
  private static void environment(Map<String, String> environment, WorkerNeeds needs) {
    environment.put("OMP_NUM_THREADS", Integer.toString(needs.threads()));
    environment.put("OMP_WAIT_POLICY", "PASSIVE");
    environment.put("MALLOC_MMAP_THRESHOLD_", MMAP_THRESHOLD);
    environment.put("MALLOC_TRIM_THRESHOLD_", TRIM_THRESHOLD);
    environment.put("OPT_OUT_TRACKING", "true");
  }
}
