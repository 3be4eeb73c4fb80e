package io.aisle.core.report;

import io.aisle.core.comparison.Agreement;
import io.aisle.core.comparison.GroupReport;
import io.aisle.core.comparison.GroupReport.Figure;
import io.aisle.core.comparison.GroupReport.Line;
import io.aisle.core.comparison.Grouping;
import io.aisle.core.report.ReportPage.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Agreement and groups as tables: rounded for the page, unrounded for a spreadsheet. */
final class ListBlocks {
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

  /** Each two runs once, so that any number of runs fits on paper. */
  private Block agreement(Agreement found) {
    List<List<String>> rows = new ArrayList<>();
    for (int one = 0; one < material.size(); one++) {
      for (int other = one + 1; other < material.size(); other++) {
        rows.add(
            List.of(
                material.names().get(one),
                material.names().get(other),
                two(found.rankBiased()[one][other]),
                two(found.overlap()[one][other])));
      }
    }
    return new Block(
        "agreement",
        "Agreement of the lists",
        ("Rank-biased overlap of the stored lists of each two runs, mean over the users: 1 is the"
                + " same list, 0 no item in common; what stands first counts most. Overlap: the"
                + " share of the first %d items that both lists have.")
            .formatted(found.depth()),
        List.of("Run", "Other run", "Rank-biased overlap", "Overlap@" + found.depth()),
        rows);
  }

  private static String two(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f", share) : Figures.NONE;
  }

  /** One line for each group and run, so that any number of runs fits on paper. */
  private Block groups(GroupReport report) {
    boolean items = report.grouping().side() == Grouping.Side.ITEMS;
    List<List<String>> rows = new ArrayList<>();
    for (Line line : report.groups()) {
      for (int run = 0; run < material.size(); run++) {
        rows.add(row(line, run, items));
      }
    }
    for (int run = 0; run < material.size(); run++) {
      String gap = Figures.mean(report.gaps()[run]);
      String group = run == 0 ? "Largest gap" : "";
      String name = material.names().get(run);
      rows.add(items ? List.of(group, "", "", "", name, gap, "") : List.of(group, "", name, gap));
    }
    return items
        ? new Block(
            "item-groups",
            "Groups of items",
            "Thirds of the catalogue by popularity in training. Found: the share of what users took"
                + " next of the group that stood among the first ten of their lists, with half of"
                + " its 95% interval. Shown: the share of all places of the lists that the group"
                + " got.",
            List.of("Group", "Items", "Of all items", "Of interactions", "Run", "Found", "Shown"),
            rows)
        : new Block(
            "user-groups",
            "Groups of users",
            "Thirds of the users by the length of their history, with half of the 95% interval.",
            List.of("Group", "Users", "Run", MetricWords.name(material.primary())),
            rows);
  }

  private List<String> row(Line line, int run, boolean items) {
    boolean first = run == 0;
    Figure figure = line.figures().get(run);
    String size = first ? Figures.count(line.size()) : "";
    String reached =
        "%s ± %s".formatted(Figures.mean(figure.mean()), Figures.mean(figure.margin()));
    String group = first ? name(line) : "";
    String name = material.names().get(run);
    return items
        ? List.of(
            group,
            size,
            first ? share(line.catalogueShare()) : "",
            first ? share(line.interactionShare()) : "",
            name,
            reached,
            share(figure.exposure()))
        : List.of(group, size, name, reached);
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
