package io.aisle.ui.chart;

import java.util.Arrays;
import java.util.BitSet;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** A cloud in sentences. */
final class CloudWords {
  private CloudWords() {}

  /** How many points there are, of which groups, what stands out and what is selected. */
  static String describe(ChartWords words, Cloud cloud, PointCloud.Marks marks, BitSet selection) {
    if (cloud.size() == 0) {
      return words.of("chart.empty");
    }
    StringJoiner text = new StringJoiner("\n");
    text.add(words.of("chart.describe.cloud", words.count(cloud.size())));
    switch (cloud.colours()) {
      case Cloud.Groups groups -> {
        for (int group = 0; group < groups.name().size(); group++) {
          int wanted = group;
          long count = Arrays.stream(groups.group()).filter(each -> each == wanted).count();
          text.add(
              words.of("chart.describe.cloud.group", groups.name().get(group), words.count(count)));
        }
      }
      case Cloud.Shades shades ->
          text.add(
              words.of("chart.describe.cloud.shades", shades.title(), shades.low(), shades.high()));
    }
    if (marks.one() >= 0) {
      text.add(
          words.of(
              "chart.describe.cloud.marked",
              cloud.name().get(marks.one()),
              words.list(
                  Arrays.stream(marks.others())
                      .limit(Descriptions.MOST)
                      .mapToObj(cloud.name()::get))));
    }
    if (!selection.isEmpty()) {
      IntStream some = selection.stream().filter(i -> i < cloud.size()).limit(Descriptions.MOST);
      text.add(
          words.of(
              "chart.describe.cloud.selected",
              words.count(selection.cardinality()),
              words.list(some.mapToObj(cloud.name()::get))));
    }
    return text.toString();
  }
}
