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

  private Block agreement(Agreement found) {
    List<String> header = new ArrayList<>(List.of("Run"));
    header.addAll(material.names());
    List<List<String>> rows = new ArrayList<>();
    for (int one = 0; one < material.size(); one++) {
      List<String> row = new ArrayList<>(List.of(material.names().get(one)));
      for (int other = 0; other < material.size(); other++) {
        row.add(
            one == other
                ? ""
                : "%s (%s)"
                    .formatted(
                        two(found.rankBiased()[one][other]), two(found.overlap()[one][other])));
      }
      rows.add(row);
    }
    return new Block(
        "agreement",
        "Agreement of the lists",
        ("Rank-biased overlap of the stored lists of each two runs, mean over the users: 1 is the"
                + " same list, 0 no item in common; what stands first counts most. In brackets the"
                + " share of the first %d items that both lists have.")
            .formatted(found.depth()),
        header,
        rows);
  }

  private static String two(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f", share) : Figures.NONE;
  }

  private Block groups(GroupReport report) {
    boolean items = report.grouping().side() == Grouping.Side.ITEMS;
    List<String> header = new ArrayList<>(List.of("Group", items ? "Items" : "Users"));
    if (items) {
      header.addAll(List.of("Of interactions", "Of all items"));
    }
    header.addAll(material.names());
    List<List<String>> rows = new ArrayList<>();
    report.groups().forEach(line -> rows.add(row(line, items)));
    List<String> gaps = new ArrayList<>(List.of("Largest gap", ""));
    if (items) {
      gaps.addAll(List.of("", ""));
    }
    for (double gap : report.gaps()) {
      gaps.add(Figures.mean(gap));
    }
    rows.add(gaps);
    return items
        ? new Block(
            "item-groups",
            "Groups of items",
            "Thirds of the catalogue by popularity in training. Of each run: the share of what"
                + " users took next of the group that stood among the first ten of their lists,"
                + " half of its 95% interval, and the share of all places of the lists that the"
                + " group got.",
            header,
            rows)
        : new Block(
            "user-groups",
            "Groups of users",
            "Thirds of the users by the length of their history: mean %s and half of its 95%% interval."
                .formatted(MetricWords.name(material.primary())),
            header,
            rows);
  }

  private static List<String> row(Line line, boolean items) {
    List<String> row = new ArrayList<>();
    row.add(name(line));
    row.add(Figures.count(line.size()));
    if (items) {
      row.add(share(line.interactionShare()));
      row.add(share(line.catalogueShare()));
    }
    for (Figure figure : line.figures()) {
      String reached =
          "%s ± %s".formatted(Figures.mean(figure.mean()), Figures.mean(figure.margin()));
      row.add(items ? "%s, shown %s".formatted(reached, share(figure.exposure())) : reached);
    }
    return row;
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
