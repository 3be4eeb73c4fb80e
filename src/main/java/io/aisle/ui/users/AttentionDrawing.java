package io.aisle.ui.users;

import io.aisle.core.explanation.AttentionViews;
import io.aisle.core.explanation.Explanation;
import io.aisle.ui.chart.ArcTimeline;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The chosen attention as a heat map, as steps of arcs and tables, and in words. FX thread only.
 */
public final class AttentionDrawing {
  private final AttentionChoice choice;
  private final Texts texts;
  private final Numbers numbers;
  private final ReadOnlyObjectWrapper<HeatMap.Matrix> matrix =
      new ReadOnlyObjectWrapper<>(HeatMap.Matrix.EMPTY);
  private final ReadOnlyObjectWrapper<List<HeadMap>> multiples =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<ArcTimeline.Step>> steps =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");

  /** One head's weights. */
  public record HeadMap(String name, HeatMap.Matrix matrix) {}

  AttentionDrawing(AttentionChoice choice, Texts texts, Numbers numbers) {
    this.choice = choice;
    this.texts = texts;
    this.numbers = numbers;
  }

  void clear() {
    matrix.set(HeatMap.Matrix.EMPTY);
    multiples.set(List.of());
    steps.set(List.of());
    summary.set("");
    reading.set("");
  }

  /**
   * @param views with attention
   * @param names of the history, oldest first
   */
  void draw(Explanation explanation, AttentionViews views, List<String> names) {
    List<String> seen = names.subList(explanation.first(), names.size());
    int layer = choice.drawnLayer();
    double[] looked = views.looked(layer, choice.drawnHead());
    int[] places = choice.spanProperty().get().places(looked);
    List<HeadMap> heads = new ArrayList<>();
    if (choice.byHead()) {
      for (int head = 0; head < views.heads(); head++) {
        heads.add(
            new HeadMap(choice.headWords(head), shown(seen, views.cells(layer, head), places)));
      }
    }
    double[][] cells = views.cells(layer, choice.drawnHead());
    matrix.set(heads.isEmpty() ? shown(seen, cells, places) : stacked(heads));
    multiples.set(heads);
    summary.set(strongest(seen, cells));
    steps.set(steps(explanation, seen, looked, places));
    int best = AttentionCells.strongest(looked);
    String item = ListsViewModel.name(explanation.title(), explanation.item());
    reading.set(texts.of("attention.reading", item, seen.get(best), numbers.metric(looked[best])));
  }

  private static List<ArcTimeline.Step> steps(
      Explanation explanation, List<String> names, double[] looked, int[] places) {
    return IntStream.of(places)
        .mapToObj(
            key -> {
              int at = explanation.first() + key;
              return new ArcTimeline.Step(
                  names.get(key),
                  at + 1,
                  explanation.history().get(at).time(),
                  looked[key],
                  explanation.contributions()[at]);
            })
        .toList();
  }

  private HeatMap.Matrix shown(List<String> names, double[][] cells, int[] places) {
    List<String> kept = IntStream.of(places).mapToObj(names::get).toList();
    boolean square = cells.length == AttentionCells.keys(cells);
    List<String> queries = square ? kept : List.of(texts.of("attention.user"));
    return new HeatMap.Matrix(queries, kept, AttentionCells.at(cells, places));
  }

  /** All heads one below another, for files: the window shows them side by side. */
  private HeatMap.Matrix stacked(List<HeadMap> heads) {
    return new HeatMap.Matrix(
        heads.stream()
            .flatMap(
                head ->
                    head.matrix().rows().stream()
                        .map(row -> texts.of("attention.head.row", head.name(), row)))
            .toList(),
        heads.getFirst().matrix().columns(),
        heads.stream()
            .flatMap(head -> Arrays.stream(head.matrix().cells()))
            .toArray(double[][]::new));
  }

  private String strongest(List<String> names, double[][] cells) {
    int last = cells.length - 1;
    int best = AttentionCells.strongest(cells[last]);
    String weight = numbers.metric(cells[last][best]);
    return cells.length == names.size()
        ? texts.of("attention.summary", names.get(last), names.get(best), weight)
        : texts.of("attention.summary.user", names.get(best), weight);
  }

  /** The exact weight of a cell in words; the summary when there is none. */
  public String words(HeatMap.Cell cell) {
    HeatMap.Matrix now = matrix.get();
    return cell == null || cell.row() >= now.cells().length ? summary.get() : words(now, cell);
  }

  /** The exact weight of a cell in words. */
  public String words(HeatMap.Matrix now, HeatMap.Cell cell) {
    double weight = now.cells()[cell.row()][cell.column()];
    String row = now.rows().get(cell.row());
    String column = now.columns().get(cell.column());
    return Double.isNaN(weight)
        ? texts.of("attention.masked", row, column)
        : texts.of("attention.cell", row, column, numbers.metric(weight));
  }

  public ReadOnlyObjectProperty<HeatMap.Matrix> matrixProperty() {
    return matrix.getReadOnlyProperty();
  }

  /** Each head by itself; empty unless {@link AttentionChoice#ALL} is chosen. */
  public ReadOnlyObjectProperty<List<HeadMap>> multiplesProperty() {
    return multiples.getReadOnlyProperty();
  }

  /** What the score is read from looks at: the history items that are shown, oldest first. */
  public ReadOnlyObjectProperty<List<ArcTimeline.Step>> stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /** What the heat map says, for those who do not see it. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** What the arcs and the table say. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
