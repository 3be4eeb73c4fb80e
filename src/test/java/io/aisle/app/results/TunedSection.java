package io.aisle.app.results;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.comparison.Estimate;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the search on one task found, and what differs from the best tuned simple model. */
final class TunedSection {
  static final String TUNED =
      """

      ## Tuned on the validation part

      By `src/build/results --tuned TRIALS`: the same number of random trials for each model, those of
      several epochs by successive halving (`docs/parameter-search.md`; the first trial is the default),
      judged by NDCG@10 on the validation part; then the best two, three and four winners combined by rank
      and by score with weights chosen there too (`docs/re-ranking.md`). The figure on the test part took
      no part in any choice. The line that is best **on the validation part** is bold. Seconds are those of
      all trials of a model, or of choosing the weights and judging the lists.
      """;

  static final String PAIRED =
      """

      ## Against the best simple model

      Difference in NDCG@10 on the test part to the simple model, tuned or with its defaults, that is best
      on the validation part, user by user: paired t-test, corrected by Holm over the lines of a table, with
      the 95 % bootstrap interval of the difference. Runs with defaults are those of seed 1.
      """;

  private final Task task;
  private final TunedSearch search;
  private final ComparisonService comparisons = new ComparisonService();

  TunedSection(Task task, TunedSearch search) {
    this.task = task;
    this.search = search;
  }

  /** The table of tuned models, or nothing. */
  String tuned() {
    List<RunFolder> runs = new ArrayList<>(search.winners());
    runs.addAll(search.combinations());
    if (runs.isEmpty()) {
      return "";
    }
    runs.sort((a, b) -> Double.compare(onValidation(b), onValidation(a)));
    StringBuilder text = new StringBuilder("\n### %s, tuned\n\n".formatted(task.name()));
    text.append(
        "| model | chosen | trials | on validation | on test | 95 % interval | seconds |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (RunFolder run : runs) {
      RunRecord record = run.record();
      Estimate estimate = estimates(List.of(run)).getFirst();
      String mark = run.equals(runs.getFirst()) ? "**" : "";
      text.append(
          "| %s%s%s | %s | %s | %s | %s | %s-%s | %s |%n"
              .formatted(
                  mark,
                  called(record),
                  mark,
                  chosen(record),
                  fused(record) ? "" : record.tuned().trials(),
                  number(onValidation(run)),
                  number(estimate.mean()),
                  number(estimate.low()),
                  number(estimate.high()),
                  seconds(record)));
    }
    return text.toString();
  }

  /**
   * The paired tests, or nothing where no simple model was run.
   *
   * @param defaults runs with defaults
   */
  String paired(List<RunFolder> defaults) {
    List<RunFolder> rest = new ArrayList<>(search.winners());
    rest.addAll(defaults);
    Optional<RunFolder> best =
        rest.stream()
            .filter(run -> !run.record().model().neural())
            .max(Comparator.comparingDouble(TunedSection::onValidation));
    if (best.isEmpty()) {
      return "";
    }
    rest.remove(best.get());
    search.combinations().stream().limit(1).forEach(rest::add);
    List<RunFolder> runs = new ArrayList<>(List.of(best.get()));
    runs.addAll(rest);
    List<Estimate> estimates = estimates(runs);
    StringBuilder text =
        new StringBuilder(
            "\n### %s, against %s (%s)\n\n"
                .formatted(
                    task.name(), named(best.get().record()), number(estimates.getFirst().mean())));
    text.append("| run | sort | NDCG@10 | difference | 95 % interval | p (Holm) | verdict |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    IntStream.range(1, runs.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer at) -> estimates.get(at).mean()).reversed())
        .forEach(at -> text.append(line(runs.get(at).record(), estimates.get(at))));
    return text.toString();
  }

  private static String line(RunRecord record, Estimate estimate) {
    return "| %s | %s | %s | %s | %s to %s | %s | %s |%n"
        .formatted(
            named(record),
            fused(record) ? "combination" : word(record.model().group()),
            number(estimate.mean()),
            signed(estimate.difference()),
            signed(estimate.differenceLow()),
            signed(estimate.differenceHigh()),
            number(estimate.adjustedP()),
            word(estimate.verdict()));
  }

  private List<Estimate> estimates(List<RunFolder> runs) {
    Comparison comparison = comparisons.compare(runs, List.of(TunedSearch.NDCG));
    return comparison.rows().stream().map(row -> row.estimates().get(TunedSearch.NDCG)).toList();
  }

  private static double onValidation(RunFolder run) {
    return TunedSearch.onValidation(run);
  }

  private static String called(RunRecord record) {
    return fused(record)
        ? "combined by " + section(record, "model").get("method")
        : "`" + record.model().id() + "`";
  }

  private static String named(RunRecord record) {
    return called(record) + (fused(record) || record.tuned() == null ? "" : ", tuned");
  }

  /** The values of what was searched for, or the weights of a combination. */
  private String chosen(RunRecord record) {
    if (fused(record)) {
      Map<?, ?> fused = section(record, "model");
      List<String> parts = new ArrayList<>();
      for (int at = 0; at < ((List<?>) fused.get("runs")).size(); at++) {
        double weight = ((Number) ((List<?>) fused.get("weights")).get(at)).doubleValue();
        String name = ((List<?>) fused.get("runs")).get(at).toString();
        parts.add("%s %s".formatted(name.replace(task.name() + "-", ""), plain(weight)));
      }
      return String.join(" + ", parts);
    }
    Map<String, Object> values = new TreeMap<>();
    record
        .tuned()
        .space()
        .forEach(
            (name, ranges) -> {
              if (ranges instanceof Map<?, ?> map) {
                map.keySet()
                    .forEach(key -> values.put(key.toString(), section(record, name).get(key)));
              }
            });
    return values.entrySet().stream()
        .map(each -> each.getKey() + " " + plain(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static boolean fused(RunRecord record) {
    return record.model() == null;
  }

  private static Map<?, ?> section(RunRecord record, String name) {
    return (Map<?, ?>) record.configuration().get(name);
  }

  private static String plain(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.4g", number)
            .replaceAll("(\\.\\d*?)0+$", "$1")
            .replaceAll("\\.$", "")
        : String.valueOf(value);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String seconds(RunRecord record) {
    double value = fused(record) ? record.seconds().evaluate() : record.tuned().seconds();
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
