package io.aisle.app.results;

import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Trains every model with its defaults on every sample that allows it, in workers as {@code aisle
 * run} does, and writes the table of their figures. Runs that are there are not repeated, so it can
 * be stopped and started again; with {@code --render} it only writes the table.
 */
@CommandLine.Command(name = "results", mixinStandardHelpOptions = true)
public final class Results implements Runnable {
  @Parameters(index = "0", paramLabel = "FOLDER", description = "Workspace and runs go here.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "PAGE.md", description = "The page to write.")
  private Path page;

  @Option(names = "--splits", paramLabel = "DIR", description = "Given splits instead of samples.")
  private Path splits;

  @Option(names = "--seeds", defaultValue = "1", description = "Seeds of what is random.")
  private int seeds;

  @Option(names = "--models", split = ",", description = "Only these.")
  private List<String> models = List.of();

  @Option(names = "--tasks", split = ",", description = "Only these, such as online-retail.last.")
  private List<String> wanted = List.of();

  @Option(
      names = "--tuned",
      paramLabel = "TRIALS",
      description = "Also tune the simple models on the validation part, so many trials each.")
  private int tuned;

  @Option(names = "--render", description = "Only write the page.")
  private boolean render;

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Results()).execute(arguments));
  }

  @Override
  public void run() {
    List<Task> tasks = splits == null ? Task.ofSamples() : Task.given(splits);
    try {
      if (!render) {
        prepare();
        if (tuned > 0) {
          tune(tasks);
        }
        train(tasks);
      }
      Files.writeString(
          page, new ResultsPage(folder.resolve("runs"), tasks, splits != null).text());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void prepare() throws IOException {
    Path workspace = workspace();
    Files.createDirectories(folder.resolve("runs"));
    if (splits == null && !Files.exists(workspace)) {
      for (String sample : List.of("movielens-small", "online-retail", "retailrocket")) {
        Path mapping = Path.of("sample-datasets", sample, "mapping.yaml");
        CommandRun.of(workspace, "import", "--dataset", sample, "--mapping", mapping.toString())
            .done();
      }
    }
  }

  private Path workspace() {
    return folder.resolve("workspace");
  }

  private boolean wants(Task task) {
    return wanted.isEmpty() || wanted.contains(task.name());
  }

  private void tune(List<Task> tasks) throws IOException {
    for (Task task : tasks) {
      if (wants(task)) {
        new TunedSearch(folder.resolve("tuned"), task).run(workspace(), tuned);
      }
    }
  }

  private void train(List<Task> tasks) throws IOException {
    for (ModelKind kind : ModelKind.values()) {
      for (Task task : tasks) {
        boolean asked = (models.isEmpty() || models.contains(kind.id())) && wants(task);
        if (asked && task.suits(kind)) {
          for (int seed : kind.iterative() ? seeds() : new int[] {1}) {
            train(workspace(), task, kind, seed);
          }
        }
      }
    }
  }

  private int[] seeds() {
    return IntStream.rangeClosed(1, seeds).toArray();
  }

  private void train(Path workspace, Task task, ModelKind kind, int seed) throws IOException {
    Path out = run(folder.resolve("runs"), task, kind, seed);
    Path refusal = Path.of(out + ".refused");
    if (Files.exists(out.resolve("run.json")) || Files.exists(refusal)) {
      return;
    }
    Path experiment = Path.of(out + ".yaml");
    Files.writeString(experiment, task.experiment(kind, seed));
    List<String> line =
        new ArrayList<>(List.of("run", experiment.toString(), "--out", out.toString()));
    if (Files.exists(out)) {
      line.add("--resume");
    }
    CommandRun done = CommandRun.of(workspace, line.toArray(String[]::new));
    System.out.printf("%s: exit %d%n%s", out.getFileName(), done.code(), done.out());
    if (done.code() == 2) {
      Files.writeString(refusal, done.err());
    } else if (done.code() != 0) {
      System.out.println(done.err());
    }
  }

  /** The folder of a run. */
  static Path run(Path runs, Task task, ModelKind kind, int seed) {
    return runs.resolve("%s.%s.%d".formatted(task.name(), kind.id(), seed));
  }
}
