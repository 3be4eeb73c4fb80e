package io.aisle.core.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Starts workers as child processes with the program, class path and Java of this process. */
public final class ProcessLauncher implements WorkerLauncher {
  /** What every JVM of Aisle is started with; the launchers and installers say the same. */
  public static final List<String> JVM_FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--add-modules=jdk.incubator.vector",
          "--sun-misc-unsafe-memory-access=allow");

  private final WorkerSetup setup;

  public ProcessLauncher(WorkerSetup setup) {
    this.setup = setup;
  }

  /**
   * Workers like this process.
   *
   * @param mainClass the main class of a worker
   * @param logs folder of the workers' logs
   * @param natives folder where native libraries are unpacked
   * @param home where the program lies
   * @param environment what is added to their environment; asked for at each start
   */
  public static ProcessLauncher likeThisProcess(
      Class<?> mainClass,
      Path logs,
      Path natives,
      Path home,
      Supplier<Map<String, String>> environment) {
    List<String> flags = new ArrayList<>(JVM_FLAGS);
    flags.add("-Daisle.home=" + home);
    flags.add("-Daisle.native=" + natives);
    flags.add("-Dlogback.configurationFile=logback-worker.xml");
    return new ProcessLauncher(
        new WorkerSetup(
            javaCommand(),
            System.getProperty("java.class.path"),
            mainClass.getName(),
            flags,
            environment,
            logs,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30)));
  }

  private static Path javaCommand() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
  }

  @Override
  public WorkerLink start(WorkerNeeds needs) {
    return WorkerProcess.start(setup, needs);
  }
}
