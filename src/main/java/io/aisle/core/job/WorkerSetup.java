package io.aisle.core.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How worker processes are started.
 *
 * @param java the {@code java} command
 * @param classPath class path of the worker
 * @param mainClass its main class
 * @param flags flags of its JVM, before those that a worker's needs bring
 * @param environment what is added to the environment; asked for at each start
 * @param logs folder of the workers' logs
 * @param grace time that a cancelled operation has to stop before its worker is killed
 * @param silence time without a heartbeat after which a worker counts as hung and is killed
 */
public record WorkerSetup(
    Path java,
    String classPath,
    String mainClass,
    List<String> flags,
    Supplier<Map<String, String>> environment,
    Path logs,
    Duration grace,
    Duration silence) {
  public WorkerSetup {
    flags = List.copyOf(flags);
  }
}
