package io.aisle.ui.comparison;

import io.aisle.core.comparison.GroupReport;
import io.aisle.core.comparison.Grouping;
import io.aisle.domain.model.Metric;
import io.aisle.ui.common.MetricWords;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts groups into words. */
public final class GroupWords {
  private final Texts texts;
  private final Numbers numbers;

  public GroupWords(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /** What groups are told apart by. */
  public String of(Grouping grouping) {
    return grouping.attribute().isEmpty()
        ? texts.of("groups.thirds." + grouping.side().name())
        : texts.of("groups.by." + grouping.side().name(), grouping.attribute());
  }

  GroupTable table(GroupReport report, List<String> runs, Metric metric) {
    boolean items = report.grouping().side() == Grouping.Side.ITEMS;
    List<String> columns = new ArrayList<>();
    columns.add(of(report.grouping()));
    columns.add(texts.of(items ? "groups.items" : "groups.users"));
    if (items) {
      columns.addAll(
          List.of(texts.of("groups.share.catalogue"), texts.of("groups.share.interactions")));
    }
    for (String run : runs) {
      columns.add(
          texts.of(items ? "groups.found" : "groups.metric", run, MetricWords.of(texts, metric)));
      if (items) {
        columns.add(texts.of("groups.shown", run));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    report.groups().forEach(line -> rows.add(row(line, items)));
    rows.add(gaps(report, items));
    return new GroupTable(columns, rows);
  }

  private List<String> row(GroupReport.Line line, boolean items) {
    List<String> cells = new ArrayList<>();
    cells.add(
        line.kind() == GroupReport.Kind.VALUE
            ? line.value()
            : texts.of("groups.kind." + line.kind().name()));
    cells.add(numbers.count(line.size()));
    if (items) {
      cells.add(numbers.percent(line.catalogueShare()));
      cells.add(numbers.percent(line.interactionShare()));
    }
    for (GroupReport.Figure figure : line.figures()) {
      cells.add(
          Double.isNaN(figure.margin())
              ? numbers.metric(figure.mean())
              : texts.of(
                  "groups.figure", numbers.metric(figure.mean()), numbers.metric(figure.margin())));
      if (items) {
        cells.add(numbers.percent(figure.exposure()));
      }
    }
    return cells;
  }

  private List<String> gaps(GroupReport report, boolean items) {
    List<String> cells = new ArrayList<>();
    cells.add(texts.of("groups.gap"));
    cells.add("");
    if (items) {
      cells.addAll(List.of("", ""));
    }
    Arrays.stream(report.gaps())
        .forEach(
            gap -> {
              cells.add(numbers.metric(gap));
              if (items) {
                cells.add("");
              }
            });
    return cells;
  }
}
