package io.aisle.app.forecast;

import io.aisle.app.Launcher;
import io.aisle.core.job.ProcessLauncher;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Trains models on the bundled samples, in workers as {@code aisle run} does, and lists how far the
 * forecast of each was off. The epochs are few, for the forecast of an epoch is what is judged.
 * Runs that are there are not repeated.
 */
@CommandLine.Command(name = "forecast-errors", mixinStandardHelpOptions = true)
public final class ForecastErrors implements Runnable {
  private static final List<String> SAMPLES =
      List.of("movielens-small", "online-retail", "retailrocket");

  @Parameters(index = "0", paramLabel = "FOLDER", description = "Workspace and runs go here.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "PAGE.md", description = "The page to write.")
  private Path page;

  @Option(
      names = "--models",
      split = ",",
      description = "KIND or KIND=EPOCHS; default: item-knn,ease,als=15,bpr=40,sasrec=2.")
  private List<String> models = List.of("item-knn", "ease", "als=15", "bpr=40", "sasrec=2");

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ForecastErrors()).execute(arguments));
  }

  @Override
  public void run() {
    try {
      Files.createDirectories(folder.resolve("runs"));
      List<RunRecord> runs = new ArrayList<>();
      for (String sample : SAMPLES) {
        for (String model : models) {
          runs.add(run(sample, model));
        }
      }
      Files.writeString(page, page(runs));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private RunRecord run(String sample, String model) throws IOException {
    Path workspace = folder.resolve("workspace-" + sample);
    if (!Files.exists(workspace)) {
      Path mapping = Path.of("sample-datasets", sample, "mapping.yaml");
      start("import", "--dataset=" + sample, "--mapping=" + mapping, "--workspace=" + workspace);
    }
    String kind = model.replaceAll("=.*", "");
    Path out = folder.resolve("runs").resolve(sample + "." + kind);
    if (!Files.exists(out.resolve("run.json"))) {
      Path experiment = Path.of(out + ".yaml");
      String epochs = model.contains("=") ? "epochs: " + model.replaceAll(".*=", "") : "";
      Files.writeString(
          experiment,
          """
          name: %s
          dataset: %s
          prepare: {repeats: first, core: 5}
          split: {kind: leave-last-out}
          model: {kind: %s}
          training: {patience: 0%s}
          """
              .formatted(kind, sample, kind, epochs.isEmpty() ? "" : ", " + epochs));
      start("run", experiment.toString(), "--out=" + out, "--force", "--workspace=" + workspace);
    }
    RunRecord run = new RunFolder(out).record();
    System.out.print(row(sample, run));
    return run;
  }

  /** In a process of its own, whose memory is a part of what is forecast. */
  private static void start(String... arguments) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    line.addAll(ProcessLauncher.JVM_FLAGS);
    line.addAll(
        List.of(
            "-Daisle.home=" + Path.of("").toAbsolutePath(),
            "-XX:+UseG1GC",
            "-Xms64m",
            "-Xmx1g",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:GCTimeRatio=9",
            "-XX:G1PeriodicGCInterval=10000",
            "-cp"));
    line.add(System.getProperty("java.class.path"));
    line.add(Launcher.class.getName());
    line.addAll(List.of(arguments));
    Process process = new ProcessBuilder(line).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("'" + String.join(" ", arguments) + "' failed");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String row(String sample, RunRecord run) {
    RunRecord.Forecast forecast = run.forecast();
    int epochs = run.epochs();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.2f | %.2f | %.2f | %.2f | %+.0f%% | %d | %d | %+.0f%% |%n",
        sample,
        run.modelId(),
        epochs,
        forecast.epochSeconds() * epochs,
        run.seconds().train(),
        forecast.validateSeconds() * epochs + forecast.judgeSeconds(),
        run.seconds().evaluate(),
        100 * forecast.error().time(),
        forecast.peakMemoryMb(),
        run.peakMemoryMb(),
        100 * forecast.error().memory());
  }

  private static String page(List<RunRecord> runs) {
    StringBuilder text =
        new StringBuilder(
            """
            # How good the forecasts are

            Each row is a training with default parameters on a bundled sample (first interaction of a
            pair, 5-core, leave-last-out), with the epochs given. Before it starts, a worker measures
            passes over parts of the data and says how long an epoch, a validation and the final
            evaluation will take and how much memory worker and parent will hold at their peak; the
            error is forecast by actual, less 1. Written by `src/build/forecast-errors`.

            | data | model | epochs | train s, forecast | actual | evaluate s, forecast | actual | error of time | peak MiB, forecast | actual | error of memory |
            |---|---|---|---|---|---|---|---|---|---|---|
            """);
    runs.forEach(run -> text.append(row(run.dataset(), run)));
    RunRecord any = runs.getFirst();
    text.append(
        String.format(
            Locale.ROOT,
            "%n%d of %d within 30%% in time, %d within 20%% in memory. %s, %s, Java %s.%n",
            runs.stream().filter(run -> Math.abs(run.forecast().error().time()) <= 0.3).count(),
            runs.size(),
            runs.stream().filter(run -> Math.abs(run.forecast().error().memory()) <= 0.2).count(),
            any.versions().get("processor"),
            any.versions().get("system"),
            any.versions().get("java")));
    return text.toString();
  }
}
