package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.core.robustness.Perturbation;
import io.aisle.core.robustness.Robustness;
import io.aisle.core.robustness.Robustness.Figure;
import io.aisle.core.robustness.Robustness.ItemGroup;
import io.aisle.core.robustness.Robustness.Level;
import io.aisle.core.robustness.Robustness.Value;
import io.aisle.domain.model.Metric;
import java.util.List;
import java.util.Locale;

/** What was measured of runs as text: one table for each perturbation, the runs in its rows. */
final class RobustnessText {
  private final List<String> names;
  private final List<Robustness> found;
  private final Metric metric;
  private final StringBuilder text = new StringBuilder();

  private RobustnessText(List<String> names, List<Robustness> found, Metric metric) {
    this.names = names;
    this.found = found;
    this.metric = metric;
  }

  /**
   * @param names of the runs
   * @param found one for each of them
   */
  static String of(List<String> names, List<Robustness> found, Metric metric) {
    RobustnessText text = new RobustnessText(names, found, metric);
    text.head();
    text.unperturbed();
    for (Perturbation kind : Perturbation.values()) {
      text.levels(kind);
    }
    text.targets();
    text.items();
    return text.text.toString();
  }

  private void head() {
    Robustness first = found.getFirst();
    text.append(
        format(
            "%s of %,d users, %d rounds, seed %d; 95%% intervals over the users. Perturbed lists"
                + " are held against those from the unperturbed history alone.\n",
            metric.id(), first.users(), first.settings().rounds(), first.settings().seed()));
    if (first.without() > 0) {
      text.append(format("%,d judged users have no history and were left out.\n", first.without()));
    }
  }

  private void unperturbed() {
    TextTable table = new TextTable(LEFT, RIGHT, RIGHT, LEFT, RIGHT);
    table.row("run", "as judged", "alone", "95% interval", "same lists");
    for (int run = 0; run < found.size(); run++) {
      Value alone = found.get(run).alone().get(metric.id());
      table.row(
          names.get(run),
          number(found.get(run).usual().get(metric.id()).mean()),
          number(alone.mean()),
          interval(alone, "%.4f"),
          percent(found.get(run).same()));
    }
    section("unperturbed", table);
    for (int run = 0; run < found.size(); run++) {
      String name = TextTable.clean(names.get(run));
      if (found.get(run).deaf()) {
        text.append(name)
            .append(" makes the same lists whatever the history: nothing can move them.\n");
      } else if (found.get(run).stored()) {
        text.append(name)
            .append(
                " stores something about its users that lists from the history alone lack; compare"
                    + " \"alone\" with \"as judged\".\n");
      }
    }
  }

  private void levels(Perturbation kind) {
    TextTable table = new TextTable(RIGHT, LEFT, RIGHT, RIGHT, LEFT, RIGHT, LEFT, RIGHT, RIGHT);
    table.row(
        strengthName(kind),
        "run",
        metric.id(),
        "difference",
        "95% interval",
        "kept",
        "95% interval",
        "overlap@10",
        "rank-biased");
    for (int at = 0; at < found.getFirst().of(kind).size(); at++) {
      for (int run = 0; run < found.size(); run++) {
        Level level = found.get(run).of(kind).get(at);
        Figure figure = level.metrics().get(metric.id());
        table.row(
            run == 0 ? strength(level) : "",
            names.get(run),
            number(figure.after().mean()),
            format("%+.4f", figure.difference().mean()),
            interval(figure.difference(), "%+.4f"),
            percent(figure.kept().mean()),
            percents(figure.kept()),
            format("%.3f", level.overlap().mean()),
            format("%.3f", level.rankBiased().mean()));
      }
    }
    section(title(kind), table);
  }

  private void targets() {
    TextTable table = new TextTable(RIGHT, LEFT, RIGHT, RIGHT, LEFT);
    table.row("put in", "run", "shown before", "shown after", "95% interval of the gain");
    for (int at = 0; at < found.getFirst().of(Perturbation.PUSH).size(); at++) {
      for (int run = 0; run < found.size(); run++) {
        Level level = found.get(run).of(Perturbation.PUSH).get(at);
        Figure target = level.target();
        table.row(
            run == 0 ? strength(level) : "",
            names.get(run),
            format("%.2f%%", 100 * (target.after().mean() - target.difference().mean())),
            format("%.2f%%", 100 * target.after().mean()),
            format(
                "[%+.2f%%, %+.2f%%]",
                100 * target.difference().low(), 100 * target.difference().high()));
      }
    }
    section("push: users in whose first ten their target stands", table);
  }

  private void items() {
    TextTable table = new TextTable(RIGHT, RIGHT, LEFT, RIGHT, LEFT);
    table.row("interactions", "held out", "run", metric.id(), "95% interval");
    for (int at = 0; at < found.getFirst().items().size(); at++) {
      for (int run = 0; run < found.size(); run++) {
        ItemGroup group = found.get(run).items().get(at);
        Value value = group.metrics().get(metric.id());
        table.row(
            run == 0 ? format("%,d to %,d", group.least(), group.most()) : "",
            run == 0 ? format("%,d", group.heldOut()) : "",
            names.get(run),
            number(value.mean()),
            interval(value, "%.4f"));
      }
    }
    section("held-out items by training interactions, nothing perturbed, as judged", table);
  }

  private void section(String title, TextTable table) {
    text.append('\n').append(title).append('\n').append(table.render());
  }

  private static String title(Perturbation kind) {
    return switch (kind) {
      case NOISE -> "noise: events replaced by random items";
      case MISSING -> "missing: events dropped";
      case POPULAR -> "popular: popular items put in between";
      case PUSH -> "push: what goes with a target item put at the end";
      case CUT -> "cold users: only the newest events left";
    };
  }

  private static String strengthName(Perturbation kind) {
    return kind.ofShares() ? "share" : kind == Perturbation.CUT ? "left" : "put in";
  }

  private static String strength(Level level) {
    return level.kind().ofShares()
        ? format("%.0f%%", 100 * level.strength())
        : format("%.0f", level.strength());
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : format("%.4f", value);
  }

  private static String interval(Value value, String each) {
    return Double.isNaN(value.low())
        ? ""
        : format("[" + each + ", " + each + "]", value.low(), value.high());
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : format("%.1f%%", 100 * share);
  }

  private static String percents(Value value) {
    return Double.isNaN(value.low())
        ? ""
        : format("[%.1f%%, %.1f%%]", 100 * value.low(), 100 * value.high());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
