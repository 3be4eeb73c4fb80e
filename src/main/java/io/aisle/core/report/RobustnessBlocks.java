package io.aisle.core.report;

import io.aisle.core.report.ReportPage.Block;
import io.aisle.core.report.ReportPage.Cell;
import io.aisle.core.report.ReportPage.Chart;
import io.aisle.core.report.ReportPage.Column;
import io.aisle.core.report.ReportPage.Table;
import io.aisle.core.robustness.Perturbation;
import io.aisle.core.robustness.Robustness;
import io.aisle.core.robustness.Robustness.Figure;
import io.aisle.core.robustness.Robustness.Level;
import io.aisle.core.robustness.RobustnessService;
import io.aisle.core.robustness.RobustnessSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the runs move when histories are perturbed, where that was measured: as a table and two
 * drawings for the page, unrounded for a spreadsheet. Nothing is measured for a report.
 */
final class RobustnessBlocks {
  private final Material material;
  private final String metric;
  private final List<Known> known;

  /**
   * @param run its place in the comparison
   */
  private record Known(int run, Robustness found) {}

  private RobustnessBlocks(Material material, String metric, List<Known> known) {
    this.material = material;
    this.metric = metric;
    this.known = known;
  }

  /** Reads what the folders hold; of runs that were measured differently the first ones count. */
  static RobustnessBlocks of(Material material) {
    List<Known> known = new ArrayList<>();
    Optional<RobustnessSettings> settings = Optional.empty();
    for (int run = 0; run < material.size(); run++) {
      Optional<Robustness> found = RobustnessService.known(material.rows().get(run).folder());
      if (found.isPresent() && settings.map(found.get().settings()::equals).orElse(true)) {
        settings = Optional.of(found.get().settings());
        known.add(new Known(run, found.get()));
      }
    }
    boolean measured = Robustness.METRICS.contains(material.primary());
    return new RobustnessBlocks(
        material,
        (measured ? material.primary() : Robustness.METRICS.getFirst()).id(),
        List.copyOf(known));
  }

  /** Empty when nothing was measured. */
  List<Block> all() {
    if (known.isEmpty()) {
      return List.of();
    }
    List<Table> tables = new ArrayList<>();
    for (int from = 0; from < known.size(); from += ListBlocks.BESIDE) {
      tables.add(table(known.subList(from, Math.min(from + ListBlocks.BESIDE, known.size()))));
    }
    return List.of(new Block("robustness", "Robustness", caption(), tables));
  }

  private Table table(List<Known> some) {
    List<Column> columns =
        new ArrayList<>(List.of(Column.ofWords("Perturbation"), Column.ofFigures("Strength")));
    some.forEach(each -> columns.add(Column.ofFigures(name(each))));
    List<List<Cell>> rows = new ArrayList<>();
    List<Cell> alone = new ArrayList<>(List.of(Cell.of("none"), Cell.of("")));
    some.forEach(each -> alone.add(Cell.of(Figures.mean(each.found.alone().get(metric).mean()))));
    rows.add(alone);
    for (Level level : first().levels()) {
      List<Cell> row =
          new ArrayList<>(List.of(Cell.of(words(level.kind())), Cell.of(strength(level))));
      some.forEach(each -> row.add(cell(same(each.found, level))));
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private String caption() {
    RobustnessSettings settings = first().settings();
    StringBuilder words = new StringBuilder();
    words.append(
        "%s of lists made anew from perturbed histories: %s users, %d rounds, seed %d. First row: from the history alone, as for a stranger, which all others are held against. Below: the share of it that is kept, beneath it its 95%% interval and the overlap of the first ten places with those before."
            .formatted(metric, Figures.count(first().users()), settings.rounds(), settings.seed()));
    for (Known each : known) {
      if (each.found.deaf()) {
        words.append(" %s makes the same lists whatever the history.".formatted(name(each)));
      } else if (each.found.stored()) {
        words.append(
            " %s stores something about its users: as judged it has %s."
                .formatted(name(each), Figures.mean(each.found.usual().get(metric).mean())));
      }
    }
    return words
        .append(
            " Again: aisle robustness --run DIR --users %d --seed %d."
                .formatted(settings.users(), settings.seed()))
        .toString();
  }

  private Cell cell(Level level) {
    Figure figure = level.metrics().get(metric);
    String overlap = "overlap " + String.format(Locale.ROOT, "%.2f", level.overlap().mean());
    return new Cell(
        percent(figure.kept().mean()),
        Double.isFinite(figure.kept().low())
            ? "%s to %s · %s"
                .formatted(percent(figure.kept().low()), percent(figure.kept().high()), overlap)
            : overlap);
  }

  /** What is kept against the share of noise and of missing events. */
  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    for (Perturbation kind : List.of(Perturbation.NOISE, Perturbation.MISSING)) {
      if (!known.isEmpty()) {
        String title =
            kind == Perturbation.NOISE ? "Robustness against noise" : "Robustness: missing events";
        String axis =
            kind == Perturbation.NOISE ? "% of the events replaced" : "% of the events missing";
        charts.add(
            new Chart(
                title,
                "Share of %s that is kept when a share of each history is %s."
                    .formatted(
                        metric,
                        kind == Perturbation.NOISE ? "replaced by random items" : "missing"),
                Charts.markup(
                    new LineChart(axis, "kept, %", true)
                        .draw(known.stream().map(each -> line(each, kind)).toList(), title))));
      }
    }
    return charts;
  }

  private Series line(Known each, Perturbation kind) {
    List<Level> levels = each.found.of(kind);
    double[] x = new double[levels.size() + 1];
    double[] y = new double[x.length];
    y[0] = 100;
    for (int at = 0; at < levels.size(); at++) {
      x[at + 1] = 100 * levels.get(at).strength();
      y[at + 1] = 100 * levels.get(at).metrics().get(metric).kept().mean();
    }
    return new Series(name(each), material.colours()[each.run], x, y);
  }

  /** One row for each run, perturbation, strength and metric. */
  List<Sheet> sheets() {
    if (known.isEmpty()) {
      return List.of();
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Known each : known) {
      for (Level level : each.found.levels()) {
        level
            .metrics()
            .forEach(
                (id, figure) ->
                    rows.add(
                        List.of(
                            name(each),
                            words(level.kind()),
                            level.strength(),
                            id,
                            each.found.alone().get(id).mean(),
                            figure.after().mean(),
                            figure.difference().mean(),
                            figure.difference().low(),
                            figure.difference().high(),
                            figure.kept().mean(),
                            figure.kept().low(),
                            figure.kept().high(),
                            level.overlap().mean(),
                            level.rankBiased().mean())));
      }
    }
    return List.of(
        new Sheet(
            "robustness",
            List.of(
                "run",
                "perturbation",
                "strength",
                "metric",
                "before",
                "after",
                "difference",
                "difference low",
                "difference high",
                "kept",
                "kept low",
                "kept high",
                "overlap@" + Robustness.DEPTH,
                "rank-biased overlap"),
            rows));
  }

  private Robustness first() {
    return known.getFirst().found;
  }

  private String name(Known each) {
    return material.names().get(each.run);
  }

  private static Level same(Robustness found, Level level) {
    return found.of(level.kind()).stream()
        .filter(each -> each.strength() == level.strength())
        .findFirst()
        .orElseThrow();
  }

  private static String words(Perturbation kind) {
    return switch (kind) {
      case NOISE -> "noise";
      case MISSING -> "missing events";
      case POPULAR -> "popular items put in";
      case PUSH -> "pushed items put in";
      case CUT -> "newest events alone";
    };
  }

  private static String strength(Level level) {
    return level.kind().ofShares()
        ? percent(level.strength())
        : String.format(Locale.ROOT, "%.0f", level.strength());
  }

  private static String percent(double share) {
    return Double.isFinite(share)
        ? String.format(Locale.ROOT, "%.0f%%", 100 * share)
        : Figures.NONE;
  }
}
