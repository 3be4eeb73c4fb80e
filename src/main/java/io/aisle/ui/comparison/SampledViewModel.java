package io.aisle.ui.comparison;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ProtocolFacts;
import io.aisle.core.comparison.Reordered;
import io.aisle.core.lists.ListsService;
import io.aisle.domain.model.Metric;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.MetricWords;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Judges the compared runs once more over sampled candidates, when asked, and says which pairs this
 * puts in another order. FX thread only.
 */
public final class SampledViewModel {
  /** What most papers that sample take. */
  static final int CANDIDATES = 100;

  private final CompareViewModel table;
  private final ListsService service;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<List<Map<String, Double>>> slot;
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<GroupTable> shown =
      new ReadOnlyObjectWrapper<>(GroupTable.EMPTY);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private List<Comparison.Row> judged = List.of();
  private List<Map<String, Double>> figures = List.of();

  public SampledViewModel(
      CompareViewModel table,
      ListsService service,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.table = table;
    this.service = service;
    this.texts = texts;
    this.numbers = numbers;
    this.slot = background.slot(texts.of("sampled.job"));
    table.comparisonProperty().subscribe(this::forget);
    table.metricProperty().subscribe((before, now) -> show());
  }

  private void forget() {
    slot.clear();
    judged = List.of();
    figures = List.of();
    possible.set(answering().size() > 1);
    show();
  }

  /** The runs with a model, when all items were ranked. */
  private List<Comparison.Row> answering() {
    Comparison now = table.comparisonProperty().get();
    return now == null || ProtocolFacts.of(now.rows().getFirst().record()).candidates().isPresent()
        ? List.of()
        : now.rows().stream().filter(row -> row.record().answers()).toList();
  }

  /** Judges; takes as long as an evaluation of each run. */
  public void judge() {
    List<Comparison.Row> rows = answering();
    slot.read(
        control ->
            service.sampled(
                rows.stream().map(Comparison.Row::folder).toList(), CANDIDATES, control),
        found -> {
          judged = rows;
          figures = found;
          show();
        });
  }

  private void show() {
    Metric metric = table.metricProperty().get();
    if (figures.isEmpty() || metric == null || metric.ofPredictions()) {
      shown.set(GroupTable.EMPTY);
      sentence.set("");
      return;
    }
    double[] full =
        judged.stream().mapToDouble(row -> row.estimates().get(metric).mean()).toArray();
    double[] sampled =
        figures.stream()
            .mapToDouble(means -> means.getOrDefault(metric.id(), Double.NaN))
            .toArray();
    List<String> names = judged.stream().map(row -> table.item(row)).map(RunItem::name).toList();
    shown.set(
        new GroupTable(
            List.of(
                texts.of("compare.column.run"),
                texts.of("sampled.full", MetricWords.of(texts, metric)),
                texts.of("sampled.place"),
                texts.of("sampled.sampled", MetricWords.of(texts, metric)),
                texts.of("sampled.place")),
            rows(names, full, sampled, metric.loss())));
    sentence.set(words(names, Reordered.of(full, sampled, metric.loss())));
  }

  private List<List<String>> rows(
      List<String> names, double[] full, double[] sampled, boolean loss) {
    List<List<String>> rows = new ArrayList<>();
    for (int run = 0; run < full.length; run++) {
      rows.add(
          List.of(
              names.get(run),
              numbers.metric(full[run]),
              place(full, run, loss),
              numbers.metric(sampled[run]),
              place(sampled, run, loss)));
    }
    return rows;
  }

  private String place(double[] values, int run, boolean loss) {
    long ahead =
        IntStream.range(0, values.length)
            .filter(other -> loss ? values[other] < values[run] : values[other] > values[run])
            .count();
    return numbers.count(ahead + 1);
  }

  private String words(List<String> names, List<Reordered> changed) {
    return changed.isEmpty()
        ? texts.of("sampled.same")
        : texts.of(
            "sampled.changed",
            changed.stream()
                .map(
                    pair ->
                        texts.of("sampled.pair", names.get(pair.one()), names.get(pair.other())))
                .collect(Collectors.joining(texts.of("list.comma"))));
  }

  /** Whether there are two runs to ask. */
  public ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /** Both figures of each run; without rows until it was asked for. */
  public ReadOnlyObjectProperty<GroupTable> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Which pairs change their order; empty until it was asked for. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }
}
