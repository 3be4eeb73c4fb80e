package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.core.training.RunFolder;
import io.aisle.core.tuning.Winners;
import io.aisle.domain.model.Metric;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.Trial;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A search as text: its trials, the best first, and what the best came to on the test part. */
final class TrialText {
  private TrialText() {}

  static String table(Search search, List<Trial> trials) {
    TextTable table = new TextTable(RIGHT, LEFT, RIGHT, RIGHT, RIGHT, LEFT);
    table.row("trial", "model", search.metric().id(), "epochs", "s", "settings");
    for (Trial trial : Winners.ranked(search, trials)) {
      table.row(
          Integer.toString(trial.number()),
          trial.kind().id(),
          String.format(Locale.ROOT, "%.4f", trial.value()),
          Integer.toString(trial.epochs()),
          String.format(Locale.ROOT, "%.1f", trial.seconds()),
          settings(trial));
    }
    StringBuilder text = new StringBuilder(table.render());
    trials.stream()
        .filter(trial -> trial.state() == Trial.State.FAILED)
        .forEach(
            trial ->
                text.append(
                    "trial %d (%s) failed: %s%n"
                        .formatted(
                            trial.number(), trial.kind().id(), TextTable.clean(trial.failure()))));
    long waiting = trials.stream().filter(trial -> trial.state() == Trial.State.WAITING).count();
    if (waiting > 0) {
      text.append("%d planned trials were not begun: the budget was used up%n".formatted(waiting));
    }
    return text.toString();
  }

  static String settings(Trial trial) {
    return trial.settings().all().isEmpty()
        ? "as in the experiment"
        : trial.settings().all().entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
  }

  static String best(Trial winner, Metric metric, RunFolder run) {
    Double test = run.record().metrics().test().get(metric.id());
    return String.format(
        Locale.ROOT,
        "%s: trial %d is the best, %s %.4f on validation, %s on test; in %s%n",
        winner.kind().id(),
        winner.number(),
        metric.id(),
        winner.value(),
        test == null ? "not measured" : String.format(Locale.ROOT, "%.4f", test),
        run.path());
  }
}
