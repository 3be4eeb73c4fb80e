package io.aisle.core.report;

import io.aisle.core.evaluation.PerUserTable;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunDraft;
import io.aisle.domain.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Writes small run folders with drawn values, for tests of what is made of run folders. */
final class RunFolders {
  static final int USERS = 400;
  private static final List<Integer> DEPTHS = List.of(5, 10, 20);

  private RunFolders() {}

  /**
   * @param level share of users with a hit
   * @param warnings as in run.json
   */
  static RunFolder write(
      Path folder,
      String name,
      ModelKind model,
      double level,
      String dataset,
      List<String> warnings)
      throws IOException {
    Files.createDirectories(folder);
    List<Metric> perUser = new ArrayList<>();
    for (MetricKind kind : List.of(MetricKind.NDCG, MetricKind.RECALL, MetricKind.MRR)) {
      DEPTHS.forEach(k -> perUser.add(new Metric(kind, k)));
    }
    double[][] values = values(perUser, level);
    List<String> users = new ArrayList<>();
    for (int u = 0; u < USERS; u++) {
      users.add("user " + u);
    }
    new PerUserTable(users, perUser, values).write(folder.resolve("per-user.tsv"));
    Map<String, Double> means = new LinkedHashMap<>();
    for (int m = 0; m < perUser.size(); m++) {
      int column = m;
      means.put(
          perUser.get(m).id(),
          Arrays.stream(values).mapToDouble(row -> row[column]).average().orElseThrow());
    }
    DEPTHS.forEach(k -> means.put("coverage@" + k, Math.min(1, level + k / 100.0)));
    RunFolder run = new RunFolder(folder);
    RunJson.write(run.runJson(), record(name, model, level, dataset, means, warnings));
    if (model.iterative()) {
      writeEpochs(run.epochsFile(), level);
    }
    return run;
  }

  /** One hit at most for each user; where it stands depends on user and level. */
  private static double[][] values(List<Metric> metrics, double level) {
    double[][] values = new double[USERS][metrics.size()];
    for (int u = 0; u < USERS; u++) {
      double luck = new SplittableRandom(u).nextDouble();
      int rank = luck < level ? 1 + (int) (20 * luck / level) : 1000;
      for (int m = 0; m < metrics.size(); m++) {
        Metric metric = metrics.get(m);
        values[u][m] = rank > metric.k() ? 0 : gain(metric.kind(), rank);
      }
    }
    return values;
  }

  private static double gain(MetricKind kind, int rank) {
    return switch (kind) {
      case NDCG -> Math.log(2) / Math.log(rank + 1);
      case MRR -> 1.0 / rank;
      default -> 1;
    };
  }

  private static void writeEpochs(Path file, double level) throws IOException {
    StringBuilder text = new StringBuilder("epoch\tloss\tndcg@10\tseconds\n");
    for (int epoch = 1; epoch <= 20; epoch++) {
      double share = 1 - Math.exp(-epoch / 5.0);
      text.append(epoch).append('\t').append(8 - 3 * share).append('\t');
      text.append(level * share * 0.6).append('\t').append(1.5).append('\n');
    }
    Files.writeString(file, text);
  }

  private static RunRecord record(
      String name,
      ModelKind model,
      double level,
      String dataset,
      Map<String, Double> test,
      List<String> warnings) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("name", name);
    configuration.put("dataset", dataset);
    configuration.put("prepare", Map.of("kinds", List.of("purchase"), "core", 5));
    configuration.put("split", Map.of("kind", "leave-last-out"));
    configuration.put(
        "protocol", Map.of("candidates", "all", "excludeSeen", true, "history", "all"));
    configuration.put("model", Map.of("kind", model.id()));
    configuration.put("training", Map.of("epochs", 20, "seed", 42, "device", "auto"));
    Instant start = Instant.parse("2026-11-22T10:00:00Z");
    return new RunDraft("0.1.0", name)
        .of(model, configuration)
        .data(
            dataset,
            "9c1e".repeat(16),
            new RunRecord.Size(USERS, 3145, 256_362, 4074, 4074, USERS, 0))
        .judged("a41f".repeat(16), Map.of("ndcg@10", level / 2), test)
        .epochs(model.iterative() ? 20 : 1, model.iterative() ? 17 : 1)
        .cost(
            new RunRecord.Seconds(0.4, 200 * level * level, 0.2),
            640,
            new RunRecord.Forecast(180 * level, 700))
        .machine(
            "cpu", Map.of("java", "25.0.3", "djl", "0.35.1", "pytorch", "2.7.1", "system", "Linux"))
        .seed(42)
        .time(start, start.plusSeconds(100))
        .warnings(warnings)
        .record();
  }
}
