package io.aisle.core.comparison;

import io.aisle.core.evaluation.PerUserTable;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Runs that may be compared, with their users matched by id.
 *
 * @param folders in the order given; the first is the reference
 * @param records content of each run.json
 * @param tables content of each per-user.tsv
 * @param rows {@code [run][user]} where the reference's user stands in each table
 */
record PairedRuns(
    List<RunFolder> folders, List<RunRecord> records, List<PerUserTable> tables, int[][] rows) {
  /**
   * Reads and matches.
   *
   * @param read reads the tables of runs that were found comparable
   * @throws InputException when there is no run, or one differs from the first in protocol, data or
   *     users
   */
  static PairedRuns read(
      List<RunFolder> folders, Function<List<RunFolder>, List<PerUserTable>> read) {
    if (folders.isEmpty()) {
      throw new InputException("there is no run to compare; name at least one run folder");
    }
    List<RunRecord> records = new ArrayList<>();
    for (RunFolder folder : folders) {
      RunRecord record = folder.record();
      requireJudged(folder, record);
      records.add(record);
      requireSame(
          folders.getFirst(),
          records.getFirst().protocolHash(),
          folder,
          record.protocolHash(),
          "protocol");
      requireSame(
          folders.getFirst(),
          records.getFirst().dataFingerprint(),
          folder,
          record.dataFingerprint(),
          "data fingerprint");
    }
    List<PerUserTable> tables = read.apply(folders);
    int[][] rows = new int[tables.size()][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = match(folders.getFirst(), tables.getFirst(), folders.get(r), tables.get(r));
    }
    return new PairedRuns(folders, records, tables, rows);
  }

  private static void requireJudged(RunFolder folder, RunRecord record) {
    if (record.fittedOnEverything()) {
      throw new InputException(
          "%s was fitted on everything, so it has no test figures to compare; compare the run that it was made from"
              .formatted(folder.path()));
    }
  }

  private static void requireSame(
      RunFolder reference, String wanted, RunFolder folder, String found, String what) {
    if (!wanted.equals(found)) {
      throw new InputException(
          "%s (%s %s) and %s (%s %s) differ in %s and cannot be compared; run both on the same data and split"
              .formatted(reference.path(), what, wanted, folder.path(), what, found, what));
    }
  }

  private static int[] match(
      RunFolder reference, PerUserTable wanted, RunFolder folder, PerUserTable table) {
    Map<String, Integer> places = new HashMap<>();
    for (int row = 0; row < table.users().size(); row++) {
      places.put(table.users().get(row), row);
    }
    if (places.size() != wanted.users().size()) {
      throw new InputException(
          "%s has values of %d users and %s of %d although their protocol is the same; run the experiment again"
              .formatted(
                  reference.perUserFile(),
                  wanted.users().size(),
                  folder.perUserFile(),
                  places.size()));
    }
    int[] rows = new int[places.size()];
    for (int u = 0; u < rows.length; u++) {
      String user = wanted.users().get(u);
      Integer row = places.get(user);
      if (row == null) {
        throw new InputException(
            "%s lacks the user '%s', whom %s has; run the experiment again"
                .formatted(folder.perUserFile(), user, reference.perUserFile()));
      }
      rows[u] = row;
    }
    return rows;
  }

  int users() {
    return tables.getFirst().users().size();
  }

  /** The metrics that every run reports, in the order of the first. */
  List<Metric> common() {
    return records.getFirst().metrics().test().keySet().stream()
        .map(Metric::parse)
        .filter(metric -> records.stream().allMatch(record -> reports(record, metric)))
        .filter(metric -> !metric.ofPredictions() || sameRows())
        .toList();
  }

  /**
   * Makes sure that a metric can be compared.
   *
   * @throws InputException naming the run that lacks it
   */
  void require(Metric metric) {
    for (int r = 0; r < folders.size(); r++) {
      boolean there =
          metric.perUser()
              ? tables.get(r).metrics().contains(metric)
              : reports(records.get(r), metric);
      if (there && metric.ofPredictions() && !sameRows()) {
        throw new InputException(
            "%s and %s differ in 'label', so their %s is of different rows and cannot be compared; run both with the same label"
                .formatted(folders.getFirst().path(), folders.get(r).path(), metric));
      }
      if (!there) {
        throw new InputException(
            "%s has no %s; choose a metric that every run reports, or name it under protocol: metrics and k"
                .formatted(folders.get(r).path(), metric));
      }
    }
  }

  /** Whether predictions were judged on the same rows, which depend on what counts as positive. */
  private boolean sameRows() {
    Object label = records.getFirst().configuration().get("label");
    return records.stream()
        .allMatch(record -> Objects.equals(record.configuration().get("label"), label));
  }

  private static boolean reports(RunRecord record, Metric metric) {
    return record.metrics().test().containsKey(metric.id());
  }

  /** One run's values of a metric, {@code [user]} in the order of the reference. */
  double[] column(int run, Metric metric) {
    PerUserTable table = tables.get(run);
    int column = table.metrics().indexOf(metric);
    double[] values = new double[rows[run].length];
    for (int u = 0; u < values.length; u++) {
      values[u] = table.values()[rows[run][u]][column];
    }
    return values;
  }

  /** Judged predictions of each user, {@code [user]} in the order of the reference. */
  int[] judged(int run) {
    int[] judged = tables.get(run).rows();
    return Arrays.stream(rows[run]).map(row -> judged[row]).toArray();
  }

  /** A figure of the whole run, as run.json has it. */
  double reported(int run, Metric metric) {
    return records.get(run).metrics().test().get(metric.id());
  }
}
