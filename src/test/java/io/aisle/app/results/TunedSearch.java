package io.aisle.app.results;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tunes the simple models on one task with an equal number of trials for each, fits the winners,
 * and combines the best of them, by {@code aisle tune} and {@code aisle fuse}. Everything is chosen
 * on the validation part.
 */
final class TunedSearch {
  static final Metric NDCG = Metric.parse("ndcg@10");

  /** How many of the best winners are combined. */
  private static final List<Integer> TOGETHER = List.of(2, 3, 4);

  private final Path folder;
  private final Task task;

  /**
   * @param tuned where the searches of all tasks lie
   */
  TunedSearch(Path tuned, Task task) {
    this.folder = tuned.resolve(task.name());
    this.task = task;
  }

  /** Searches and combines what is not there yet. */
  void run(Path workspace, int trials) throws IOException {
    Files.createDirectories(folder.getParent());
    if (combinations().size() == 2 * TOGETHER.size()) {
      return;
    }
    Path file = Path.of(folder + ".yaml");
    Files.writeString(file, task.search(trials));
    List<String> line = new ArrayList<>(List.of("tune", file.toString(), "--out", folder + ""));
    if (Files.exists(folder)) {
      line.add("--resume");
    }
    say(CommandRun.of(workspace, line.toArray(String[]::new)));
    List<RunFolder> best = winners();
    for (int count : TOGETHER) {
      for (String method : List.of("rank", "score")) {
        Path out = folder.resolve("fused-%s-%d".formatted(method, count));
        if (best.size() >= count && new RunFolder(out).state() != RunFolder.State.COMPLETE) {
          fuse(workspace, best.subList(0, count), method, out);
        }
      }
    }
  }

  private static void fuse(Path workspace, List<RunFolder> runs, String method, Path out) {
    List<String> line = new ArrayList<>(List.of("fuse"));
    runs.forEach(run -> line.add(run.path().toString()));
    line.addAll(List.of("--tune", "--method", method, "--out", out.toString()));
    say(CommandRun.of(workspace, line.toArray(String[]::new)));
  }

  private static void say(CommandRun done) {
    System.out.printf("exit %d%n%s", done.code(), done.out());
    if (done.code() != 0) {
      System.out.println(done.err());
    }
  }

  /** The tuned run of each model, the best on the validation part first. */
  List<RunFolder> winners() {
    List<RunFolder> found = new ArrayList<>();
    for (ModelKind kind : ModelKind.values()) {
      // with one model only the search calls it so
      found.add(new RunFolder(folder.resolve("best-" + kind.id())));
    }
    return complete(found);
  }

  /** The combinations of tuned runs, the best on the validation part first. */
  List<RunFolder> combinations() {
    List<RunFolder> found = new ArrayList<>();
    for (int count : TOGETHER) {
      for (String method : List.of("rank", "score")) {
        found.add(new RunFolder(folder.resolve("fused-%s-%d".formatted(method, count))));
      }
    }
    return complete(found);
  }

  private static List<RunFolder> complete(List<RunFolder> runs) {
    return runs.stream()
        .filter(run -> run.state() == RunFolder.State.COMPLETE)
        .sorted(Comparator.comparingDouble(TunedSearch::onValidation).reversed())
        .toList();
  }

  /** NDCG@10 on the validation part. */
  static double onValidation(RunFolder run) {
    return run.record().metrics().valid().getOrDefault(NDCG.id(), Double.NaN);
  }
}
