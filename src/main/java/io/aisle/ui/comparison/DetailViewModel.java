package io.aisle.ui.comparison;

import io.aisle.core.comparison.BeyondAccuracy;
import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.comparison.Estimate;
import io.aisle.core.comparison.UserWins;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.chart.Scatter;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.MetricWords;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What stands under the table: quality against cost, the metric against the depth, what the lists
 * are like, and for whom a run is better or worse. FX thread only.
 */
public final class DetailViewModel {
  private static final int DEPTH = 10;
  private static final int USERS_NAMED = 50;

  /** What a run costs. */
  public enum Cost {
    SECONDS,
    MEMORY
  }

  private final CompareViewModel table;
  private final ComparisonService service;
  private final Texts texts;
  private final Slot<List<BeyondAccuracy>> beyondSlot;
  private final Slot<List<UserWins>> winsSlot;
  private final ObjectProperty<Cost> cost = new SimpleObjectProperty<>(Cost.SECONDS);
  private final ReadOnlyObjectWrapper<List<Scatter.Point>> points =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<CurveChart.Curve>> curves =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<BeyondColumn>> beyond =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObservableList<WinsRow> wins = FXCollections.observableArrayList();

  /** The comparison whose lists were looked at. */
  private Comparison looked;

  public DetailViewModel(
      CompareViewModel table, ComparisonService service, Background background, Texts texts) {
    this.table = table;
    this.service = service;
    this.texts = texts;
    this.beyondSlot = background.slot(texts.of("compare.job.beyond"));
    this.winsSlot = background.slot(texts.of("compare.job.wins"));
    table.comparisonProperty().subscribe(this::changed);
    table.metricProperty().subscribe((before, now) -> changed());
    cost.subscribe(this::drawCharts);
  }

  private void changed() {
    Comparison found = table.comparisonProperty().get();
    if (found == null || table.metricProperty().get() == null) {
      clear();
      return;
    }
    drawCharts();
    List<RunItem> runs = found.rows().stream().map(table::item).toList();
    Metric metric = table.metricProperty().get();
    winsSlot.read(
        control -> service.wins(CompareViewModel.folders(runs), metric, USERS_NAMED),
        counted -> wins.setAll(rows(found, runs, counted)));
    if (!found.equals(looked)) {
      looked = found;
      beyondSlot.read(
          control -> service.beyond(CompareViewModel.folders(runs), DEPTH, control),
          seen -> beyond.set(columns(runs, seen)));
    }
  }

  private void clear() {
    looked = null;
    winsSlot.clear();
    beyondSlot.clear();
    wins.clear();
    beyond.set(List.of());
    points.set(List.of());
    curves.set(List.of());
  }

  private void drawCharts() {
    Comparison found = table.comparisonProperty().get();
    Metric metric = table.metricProperty().get();
    if (found != null && metric != null) {
      List<Comparison.Row> rows = found.rows();
      int[] colours = found.colours();
      MetricKind ofLists = metric.ofPredictions() ? MetricKind.NDCG : metric.kind();
      points.set(
          IntStream.range(0, rows.size())
              .mapToObj(run -> point(rows.get(run), colours[run], metric))
              .toList());
      curves.set(
          IntStream.range(0, rows.size())
              .mapToObj(run -> curve(rows.get(run), colours[run], ofLists))
              .toList());
    }
  }

  private Scatter.Point point(Comparison.Row row, int colour, Metric metric) {
    Estimate estimate = row.estimates().get(metric);
    double price =
        cost.get() == Cost.SECONDS ? row.record().seconds().train() : row.record().peakMemoryMb();
    return new Scatter.Point(
        table.item(row).name(), colour, price, estimate.mean(), estimate.low(), estimate.high());
  }

  private CurveChart.Curve curve(Comparison.Row row, int colour, MetricKind kind) {
    List<Metric> depths =
        row.estimates().keySet().stream()
            .filter(metric -> metric.kind() == kind && !metric.ofPredictions())
            .sorted(Comparator.comparingInt(Metric::k))
            .toList();
    return CurveChart.Curve.of(
        table.item(row).name(),
        colour,
        depths.stream().mapToDouble(Metric::k).toArray(),
        depths.stream().mapToDouble(metric -> row.estimates().get(metric).mean()).toArray());
  }

  private static List<WinsRow> rows(Comparison found, List<RunItem> runs, List<UserWins> counted) {
    int[] colours = found.colours();
    return IntStream.range(1, counted.size())
        .mapToObj(
            run -> new WinsRow(runs.get(run), colours[run], runs.getFirst(), counted.get(run)))
        .toList();
  }

  private static List<BeyondColumn> columns(List<RunItem> runs, List<BeyondAccuracy> seen) {
    return IntStream.range(0, seen.size())
        .mapToObj(run -> new BeyondColumn(runs.get(run), seen.get(run)))
        .toList();
  }

  /** The row of a point that was chosen; null when there is none. */
  CompareRow row(Scatter.Point point) {
    return point == null
        ? null
        : table.rows().stream()
            .filter(row -> row.name().equals(point.name()))
            .findFirst()
            .orElse(null);
  }

  /** Selects the row of a point. */
  public void choose(Scatter.Point point) {
    CompareRow row = row(point);
    if (row != null) {
      table.markedProperty().set(row);
    }
  }

  public ObjectProperty<Cost> costProperty() {
    return cost;
  }

  public ReadOnlyObjectProperty<List<Scatter.Point>> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<CurveChart.Curve>> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** What each run's lists are like, the reference first; empty until they were read. */
  public ReadOnlyObjectProperty<List<BeyondColumn>> beyondProperty() {
    return beyond.getReadOnlyProperty();
  }

  /** Each run but the reference; empty for a metric without a value for each user. */
  public ObservableList<WinsRow> wins() {
    return wins;
  }

  /** The chosen metric in words; empty when there is none. */
  public String metricWords() {
    Metric metric = table.metricProperty().get();
    return metric == null ? "" : MetricWords.of(texts, metric);
  }

  public ReadOnlyObjectProperty<RunItem> referenceProperty() {
    return table.referenceProperty();
  }

  public ReadOnlyBooleanProperty beyondBusyProperty() {
    return beyondSlot.busyProperty();
  }

  /** Where the figures come from; empty when there are none. */
  Optional<ViewOrigin> origin() {
    return table.origin();
  }
}
