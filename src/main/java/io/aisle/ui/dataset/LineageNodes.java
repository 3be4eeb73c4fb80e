package io.aisle.ui.dataset;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.Making;
import io.aisle.domain.data.StepEffect;
import io.aisle.domain.data.VersionOrigin;
import io.aisle.ui.chart.LineageChart;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The boxes of a data set's versions: files, versions, the steps between them, and the runs of the
 * version that is looked at. What comes of a box stands in the next column; the first child stands
 * in its row, the others below. FX thread only.
 */
final class LineageNodes {
  private final Texts texts;
  private final List<LineageChart.Node> nodes = new ArrayList<>();
  private final Map<Integer, DatasetVersion> versions = new HashMap<>();
  private int rows;

  /**
   * @param texts words of the boxes
   */
  LineageNodes(Texts texts) {
    this.texts = texts;
  }

  /** The box of each version, by its number. */
  record Drawn(List<LineageChart.Node> nodes, Map<Integer, DatasetVersion> versions) {
    static final Drawn NONE = new Drawn(List.of(), Map.of());
  }

  Drawn of(VersionFacts facts) {
    facts.versions().stream()
        .filter(version -> facts.parent(version).isEmpty())
        .sorted(Comparator.comparingInt(DatasetVersion::version))
        .forEach(root -> root(root, facts));
    return new Drawn(List.copyOf(nodes), Map.copyOf(versions));
  }

  private void root(DatasetVersion version, VersionFacts facts) {
    VersionOrigin origin = facts.origins().get(version.id());
    boolean orphan = !origin.parent().isEmpty();
    int row = rows;
    int source =
        orphan
            ? box(
                LineageChart.Kind.SOURCE,
                origin.parent(),
                texts.of("versions.removed"),
                -1,
                0,
                row,
                false)
            : files(version.source(), -1, 0, row);
    int from = orphan ? way(origin, source, 1, row) : source;
    version(version, facts, from, nodes.get(from).column() + 1);
  }

  private int files(String names, int from, int column, int row) {
    return box(
        LineageChart.Kind.SOURCE, names, texts.of("versions.files"), from, column, row, false);
  }

  /** The box and all that came of it. */
  private void version(DatasetVersion version, VersionFacts facts, int from, int column) {
    int row = nodes.get(from).row();
    int box =
        box(
            LineageChart.Kind.VERSION,
            texts.of("versions.version", version.version()),
            texts.of("versions.events", version.events()),
            from,
            column,
            row,
            version.id() == facts.shown().id());
    versions.put(box, version);
    rows = Math.max(rows, row + 1);
    boolean first = true;
    for (DatasetVersion child : facts.childrenOf(version)) {
      int below = first ? row : rows;
      first = false;
      int way = way(facts.origins().get(child.id()), box, column + 1, below);
      version(child, facts, way, column + 2);
    }
    if (version.id() == facts.shown().id()) {
      for (Map.Entry<String, List<String>> split : facts.runs().entrySet()) {
        runs(split.getKey(), split.getValue(), box, column + 1, first ? row : rows);
        first = false;
      }
    }
  }

  /** How a version was split, and the runs on that. */
  private void runs(String split, List<String> names, int from, int column, int row) {
    int way =
        box(
            LineageChart.Kind.STEPS,
            texts.of("versions.split"),
            texts.word("protocol.split.", split),
            from,
            column,
            row,
            false);
    int unused =
        box(
            LineageChart.Kind.RESULT,
            texts.of("versions.runs", names.size()),
            String.join(texts.of("list.comma"), names),
            way,
            column + 1,
            row,
            false);
    rows = Math.max(rows, row + 1);
  }

  /** What was done between two versions. */
  private int way(VersionOrigin origin, int from, int column, int row) {
    if (origin.making() == Making.APPEND) {
      return files(String.join(", ", origin.files()), from, column, row);
    }
    List<StepEffect> steps = origin.effects();
    return box(
        LineageChart.Kind.STEPS,
        texts.of("versions.steps", steps.size()),
        steps.stream()
            .map(step -> texts.of("step." + step.step()))
            .collect(Collectors.joining(texts.of("list.comma"))),
        from,
        column,
        row,
        false);
  }

  private int box(
      LineageChart.Kind kind,
      String name,
      String detail,
      int from,
      int column,
      int row,
      boolean marked) {
    nodes.add(new LineageChart.Node(kind, name, detail, from, column, row, marked));
    return nodes.size() - 1;
  }
}
