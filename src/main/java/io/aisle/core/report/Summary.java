package io.aisle.core.report;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.Estimate;
import io.aisle.core.comparison.Verdict;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences what a comparison shows, and what to beware of. */
final class Summary {
  /** From this factor on a difference in training time is worth a sentence. */
  private static final double NOTABLE = 2;

  private final Material material;
  private final Baselines baselines;

  Summary(Material material, Baselines baselines) {
    this.material = material;
    this.baselines = baselines;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(best());
    if (material.size() > 1) {
      verdicts(sentences);
    }
    cost(sentences);
    return sentences;
  }

  private Estimate estimate(int run) {
    return material.rows().get(run).estimates().get(material.primary());
  }

  private String best() {
    int best = material.best();
    Estimate estimate = estimate(best);
    String metric = MetricWords.name(material.primary());
    String value =
        "%s (95%% interval %s)"
            .formatted(
                Figures.mean(estimate.mean()), Figures.interval(estimate.low(), estimate.high()));
    String name = material.names().get(best);
    if (material.size() == 1) {
      return "%s has %s %s.".formatted(name, metric, value);
    }
    if (best == 0) {
      return "The reference %s has the highest %s of these runs: %s."
          .formatted(name, metric, value);
    }
    String gain =
        "%s, %s against the reference %s"
            .formatted(
                value,
                Figures.percent(estimate.difference() / estimate(0).mean()),
                material.reference());
    return switch (estimate.verdict()) {
      case BETTER ->
          "%s has the highest %s: %s; the difference holds over these users (corrected p %s)."
              .formatted(name, metric, gain, Figures.p(estimate.adjustedP()));
      case TOO_CLOSE ->
          "%s has the highest %s: %s, but that is too close to call (corrected p %s)."
              .formatted(name, metric, gain, Figures.p(estimate.adjustedP()));
      default -> "%s has the highest %s: %s.".formatted(name, metric, gain);
    };
  }

  private void verdicts(List<String> sentences) {
    List<String> parts = new ArrayList<>();
    part(parts, Verdict.BETTER, "better");
    part(parts, Verdict.WORSE, "worse");
    part(parts, Verdict.TOO_CLOSE, "too close to call");
    if (!parts.isEmpty()) {
      sentences.add(
          "Against %s by %s: %s."
              .formatted(
                  material.reference(),
                  MetricWords.name(material.primary()),
                  String.join("; ", parts)));
    }
  }

  private void part(List<String> parts, Verdict verdict, String words) {
    List<String> names = new ArrayList<>();
    for (int run = 1; run < material.size(); run++) {
      if (estimate(run).verdict() == verdict) {
        names.add(material.names().get(run));
      }
    }
    if (!names.isEmpty()) {
      parts.add(words + ": " + String.join(", ", names));
    }
  }

  private void cost(List<String> sentences) {
    int best = material.best();
    double slow = material.record(best).seconds().train();
    double fast = material.record(0).seconds().train();
    if (best != 0 && fast > 0 && slow / fast >= NOTABLE) {
      sentences.add(
          "%s took %s to train, %s took %s."
              .formatted(
                  material.names().get(best),
                  Figures.seconds(slow),
                  material.reference(),
                  Figures.seconds(fast)));
    }
  }

  /** What a reader must not overlook; empty when there is nothing. */
  List<String> callouts() {
    List<String> callouts = new ArrayList<>();
    List<RunRecord> records = material.rows().stream().map(row -> row.record()).toList();
    callouts.addAll(baselines.sentences());
    if (!records.getFirst().leaks().stream().allMatch(RunRecord.Leak::byDesign)) {
      callouts.add(
          "The leak checks found something; see Protocol and data before trusting these figures.");
    }
    for (int run = 0; run < material.size(); run++) {
      for (String warning : material.record(run).warnings()) {
        callouts.add(material.names().get(run) + ": " + warning);
      }
    }
    return callouts;
  }
}
