package io.aisle.core.comparison;

import io.aisle.core.evaluation.PerUserTable;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunDraft;
import io.aisle.domain.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes run folders with given values, by the writers that real runs use. */
final class TestRuns {
  static final String PROTOCOL = "a".repeat(64);
  static final String DATA = "d".repeat(64);

  private final Path root;

  TestRuns(Path root) {
    this.root = root;
  }

  /** A run of the usual protocol and data. */
  RunFolder write(String name, List<String> users, Map<Metric, double[]> values)
      throws IOException {
    return write(name, PROTOCOL, DATA, users, values);
  }

  /**
   * A run.
   *
   * @param values by metric: one for each user, or a single one where the metric has none for each
   */
  RunFolder write(
      String name, String protocol, String data, List<String> users, Map<Metric, double[]> values)
      throws IOException {
    Path path = Files.createDirectories(root.resolve(name));
    List<Metric> columns = values.keySet().stream().filter(Metric::perUser).toList();
    double[][] table = new double[users.size()][columns.size()];
    for (int u = 0; u < table.length; u++) {
      for (int m = 0; m < columns.size(); m++) {
        table[u][m] = values.get(columns.get(m))[u];
      }
    }
    RunFolder folder = new RunFolder(path);
    boolean predicts = columns.stream().anyMatch(Metric::ofPredictions);
    int[] rows = new int[predicts ? users.size() : 0];
    Arrays.setAll(rows, TestRuns::rows);
    new PerUserTable(users, columns, table, rows).write(folder.perUserFile());
    Map<String, Double> means = new LinkedHashMap<>();
    values.forEach(
        (metric, v) ->
            means.put(
                metric.id(),
                Arrays.stream(v).filter(x -> !Double.isNaN(x)).average().orElse(Double.NaN)));
    RunJson.write(folder.runJson(), record(name, protocol, data, users.size(), means));
    return folder;
  }

  /** Judged predictions of a user, where there are any. */
  static int rows(int user) {
    return 1 + user % 3;
  }

  private static RunRecord record(
      String name, String protocol, String data, int users, Map<String, Double> means) {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    return new RunDraft("0", name)
        .of(ModelKind.POPULARITY, Map.of())
        .data("test", data, new RunRecord.Size(users, 10, 100, 10, 10, users, 0))
        .judged(protocol, Map.of(), means)
        .epochs(1, 1)
        .cost(new RunRecord.Seconds(0, 0, 0), 1, new RunRecord.Forecast(0, 0))
        .machine("cpu", Map.of())
        .seed(1)
        .time(noon, noon)
        .record();
  }
}
