package io.aisle.core.report;

import io.aisle.core.comparison.Agreement;
import io.aisle.core.comparison.GroupReport;
import io.aisle.core.comparison.GroupReport.Figure;
import io.aisle.core.comparison.GroupReport.Line;
import io.aisle.core.comparison.Grouping;
import io.aisle.core.report.ReportPage.Block;
import io.aisle.core.report.ReportPage.Cell;
import io.aisle.core.report.ReportPage.Column;
import io.aisle.core.report.ReportPage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Agreement and groups as tables: rounded for the page, unrounded for a spreadsheet. */
final class ListBlocks {
  /** Runs beside each other in one table; more would not fit on paper. */
  static final int BESIDE = 12;

  private final Material material;

  ListBlocks(Material material) {
    this.material = material;
  }

  /** For the page. */
  List<Block> all() {
    List<Block> blocks = new ArrayList<>();
    material.lists().agreement().map(this::agreement).ifPresent(blocks::add);
    material.lists().groups().forEach(report -> blocks.add(groups(report)));
    return blocks;
  }

  /** Each run against each other one, a few columns at a time when there are many. */
  private Block agreement(Agreement found) {
    List<Table> tables = new ArrayList<>();
    for (int from = 0; from < material.size(); from += BESIDE) {
      tables.add(agreement(found, from, Math.min(from + BESIDE, material.size())));
    }
    return new Block(
        "agreement",
        "Agreement of the lists",
        ("Rank-biased overlap of the stored lists of each two runs, mean over the users: 1 is the"
                + " same list, 0 no item in common; what stands first counts most. Beneath it the"
                + " overlap: the share of the first %d items that both lists have.")
            .formatted(found.depth()),
        tables);
  }

  private Table agreement(Agreement found, int from, int to) {
    List<Column> columns = new ArrayList<>(List.of(Column.ofWords("Run")));
    material.names().subList(from, to).forEach(name -> columns.add(Column.ofFigures(name)));
    List<List<Cell>> rows = new ArrayList<>();
    for (int one = 0; one < material.size(); one++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(material.names().get(one))));
      for (int other = from; other < to; other++) {
        row.add(
            one == other
                ? Cell.of("")
                : new Cell(two(found.rankBiased()[one][other]), two(found.overlap()[one][other])));
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static String two(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f", share) : Figures.NONE;
  }

  /** A line for each run, a column for each group. */
  private Block groups(GroupReport report) {
    boolean items = report.grouping().side() == Grouping.Side.ITEMS;
    List<Column> columns = new ArrayList<>(List.of(Column.ofWords("Run")));
    report
        .groups()
        .forEach(line -> columns.add(new Column(name(line), members(line, items), true)));
    columns.add(Column.ofFigures("Largest gap"));
    List<List<Cell>> rows = new ArrayList<>();
    for (int run = 0; run < material.size(); run++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(material.names().get(run))));
      for (Line line : report.groups()) {
        row.add(cell(line.figures().get(run), items));
      }
      row.add(Cell.of(Figures.mean(report.gaps()[run])));
      rows.add(row);
    }
    List<Table> tables = List.of(new Table(columns, rows));
    return items
        ? new Block(
            "item-groups",
            "Groups of items",
            "Thirds of the catalogue by popularity in training. Found: the share of what users took"
                + " next of the group that stood among the first ten of their lists, with half of"
                + " its 95% interval. Beneath it the share of all places of the lists that the"
                + " group got.",
            tables)
        : new Block(
            "user-groups",
            "Groups of users",
            "%s of thirds of the users by the length of their history, with half of the 95%% interval."
                .formatted(MetricWords.name(material.primary())),
            tables);
  }

  private static String members(Line line, boolean items) {
    String size = Figures.count(line.size());
    return items
        ? "%s items: %s of all, %s of the interactions"
            .formatted(size, share(line.catalogueShare()), share(line.interactionShare()))
        : size + " users";
  }

  private static Cell cell(Figure figure, boolean items) {
    return new Cell(
        "%s ± %s".formatted(Figures.mean(figure.mean()), Figures.mean(figure.margin())),
        items ? share(figure.exposure()) + " of the places" : "");
  }

  private static String name(Line line) {
    return switch (line.kind()) {
      case LOW -> "low third";
      case MIDDLE -> "middle third";
      case HIGH -> "high third";
      case VALUE -> line.value();
      case UNKNOWN -> "unknown";
    };
  }

  private static String share(double share) {
    return Double.isFinite(share)
        ? String.format(Locale.ROOT, "%.0f%%", 100 * share)
        : Figures.NONE;
  }

  /** For a spreadsheet: one row for each two runs, and for each group and run. */
  List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    material.lists().agreement().map(this::agreementSheet).ifPresent(sheets::add);
    if (!material.lists().groups().isEmpty()) {
      sheets.add(groupSheet());
    }
    return sheets;
  }

  private Sheet agreementSheet(Agreement found) {
    List<List<Object>> rows = new ArrayList<>();
    for (int one = 0; one < material.size(); one++) {
      for (int other = one + 1; other < material.size(); other++) {
        rows.add(
            List.of(
                material.names().get(one),
                material.names().get(other),
                found.rankBiased()[one][other],
                found.overlap()[one][other]));
      }
    }
    return new Sheet(
        "agreement",
        List.of("run", "other run", "rank-biased overlap", "overlap@" + found.depth()),
        rows);
  }

  private Sheet groupSheet() {
    List<List<Object>> rows = new ArrayList<>();
    for (GroupReport report : material.lists().groups()) {
      String side = report.grouping().side().name().toLowerCase(Locale.ROOT);
      for (Line line : report.groups()) {
        for (int run = 0; run < material.size(); run++) {
          Figure figure = line.figures().get(run);
          rows.add(
              List.of(
                  side,
                  name(line),
                  (long) line.size(),
                  line.judged(),
                  line.catalogueShare(),
                  line.interactionShare(),
                  material.names().get(run),
                  figure.mean(),
                  figure.margin(),
                  figure.exposure()));
        }
      }
    }
    return new Sheet(
        "groups",
        List.of(
            "of",
            "group",
            "members",
            "judged",
            "share of all items",
            "share of interactions",
            "run",
            "mean",
            "half of the 95% interval",
            "share of places"),
        rows);
  }
}
