package io.aisle.ui.comparison;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ui.chart.IntervalPlot;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.MetricWords;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of the comparison. FX thread only. */
final class CompareTable {
  /** The metrics that stand beside the chosen one until others are asked for. */
  private static final List<MetricKind> SHOWN =
      List.of(MetricKind.RECALL, MetricKind.MRR, MetricKind.COVERAGE);

  private static final List<MetricKind> SHOWN_OF_PREDICTIONS =
      List.of(MetricKind.AUC, MetricKind.LOGLOSS, MetricKind.RMSE);

  private static final double PLOT_HEIGHT = 30;
  private static final double METRIC_WIDTH = 82;
  private static final double WIDE_METRIC_WIDTH = 102;

  private final Texts texts;
  private final Numbers numbers;
  private final Map<MetricKind, TableColumn<CompareRow, Double>> metrics =
      new EnumMap<>(MetricKind.class);
  private final Map<MetricKind, TableColumn<CompareRow, Double>> predictions =
      new EnumMap<>(MetricKind.class);

  /** The metrics of predictions that the rows had last. */
  private Set<MetricKind> predicted = Set.of();

  CompareTable(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    for (MetricKind kind : MetricKind.RANKING) {
      boolean wide = kind == MetricKind.COVERAGE || kind == MetricKind.PRECISION;
      TableColumn<CompareRow, Double> column = column(wide, row -> row.metrics().get(kind));
      column.setVisible(SHOWN.contains(kind));
      metrics.put(kind, column);
    }
    for (MetricKind kind : MetricKind.PREDICTION) {
      boolean wide = kind != MetricKind.AUC && kind != MetricKind.F1;
      TableColumn<CompareRow, Double> column =
          column(wide, row -> row.predictions().getOrDefault(kind, Double.NaN));
      column.setText(words(Metric.of(kind)));
      column.setVisible(false);
      predictions.put(kind, column);
    }
  }

  private TableColumn<CompareRow, Double> column(boolean wide, ToDoubleFunction<CompareRow> value) {
    TableColumn<CompareRow, Double> column = new TableColumn<>();
    column.setPrefWidth(wide ? WIDE_METRIC_WIDTH : METRIC_WIDTH);
    column.setMinWidth(wide ? WIDE_METRIC_WIDTH - 4 : METRIC_WIDTH - 6);
    number(column, value, numbers::metric);
    return column;
  }

  /** One column for each kind of metric, to stand between the verdict and the cost. */
  List<TableColumn<CompareRow, Double>> metricColumns() {
    return Stream.concat(metrics.values().stream(), predictions.values().stream()).toList();
  }

  /**
   * Shows the usual metrics of predictions where some run predicts, and hides them else; what was
   * chosen by hand stays while the rows have the same metrics.
   */
  void show(List<CompareRow> rows) {
    Set<MetricKind> now = EnumSet.noneOf(MetricKind.class);
    rows.forEach(row -> now.addAll(row.predictions().keySet()));
    if (!rows.isEmpty() && !now.equals(predicted)) {
      predicted = now;
      predictions.forEach(
          (kind, column) ->
              column.setVisible(SHOWN_OF_PREDICTIONS.contains(kind) && now.contains(kind)));
    }
  }

  void name(TableColumn<CompareRow, CompareRow> column) {
    Cells.node(column, CompareRow::name, this::nameCell);
    column.setComparator(Comparator.comparing(CompareRow::name));
  }

  /** With a mark when its figures still hold a user who was erased. */
  private Node nameCell(CompareRow row) {
    Node name = ColouredName.of(row.name(), row.colour());
    Optional<String> erased = row.run().record().erasure();
    if (erased.isEmpty()) {
      return name;
    }
    Badge mark = new Badge("", Badge.Tone.WARN);
    mark.setGraphic(new FontIcon("fth-user-x"));
    mark.setAccessibleText(texts.of("compare.erased"));
    mark.setTooltip(new Tooltip(texts.sentence(erased.get())));
    HBox both = new HBox(4, mark, name);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  void interval(TableColumn<CompareRow, CompareRow> column) {
    Cells.node(column, this::words, this::plot);
  }

  void verdict(TableColumn<CompareRow, CompareRow> column) {
    Cells.node(column, CompareRow::verdict, row -> new Badge(row.verdict(), row.tone()));
    column.setComparator(Comparator.comparing(CompareRow::verdict));
  }

  /** What stands there is words; what it sorts by is the difference. */
  void against(TableColumn<CompareRow, CompareRow> column) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    Cells.node(column, CompareRow::against, this::againstCell);
    column.setComparator(Comparator.comparingDouble(CompareRow::gain));
  }

  private Node againstCell(CompareRow row) {
    Label words = new Label(row.against());
    words.getStyleClass().add("muted");
    return words;
  }

  /** Headed by a label, for only a node of the header can have a tooltip. */
  void effect(TableColumn<CompareRow, Double> column) {
    number(column, CompareRow::effect, numbers::effect);
    Label head = new Label(texts.of("compare.column.effect"));
    head.setTooltip(new Tooltip(texts.of("compare.effect.tip")));
    column.setGraphic(head);
  }

  void mean(TableColumn<CompareRow, Double> column) {
    number(column, CompareRow::mean, numbers::metric);
  }

  void seconds(TableColumn<CompareRow, Double> column) {
    number(column, CompareRow::seconds, numbers::seconds);
  }

  void memory(TableColumn<CompareRow, Double> column) {
    number(column, CompareRow::memoryMb, value -> numbers.megabytes(Math.round(value)));
  }

  private static void number(
      TableColumn<CompareRow, Double> column,
      ToDoubleFunction<CompareRow> value,
      DoubleFunction<String> words) {
    column.getStyleClass().add("number-column");
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
    column.setCellFactory(
        unused ->
            new TableCell<>() {
              @Override
              protected void updateItem(Double number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? null : words.apply(number));
              }
            });
  }

  /** Heads the columns after the chosen metric, which does not stand there twice. */
  void head(TableColumn<CompareRow, Double> mean, Metric shown) {
    mean.setText(words(shown));
    int depth = RowMaker.depth(shown);
    metrics.forEach((kind, column) -> column.setText(words(new Metric(kind, depth))));
  }

  String words(Metric each) {
    return MetricWords.of(texts, each);
  }

  private String words(CompareRow row) {
    return texts.of(
        "compare.interval",
        numbers.metric(row.interval().low()),
        numbers.metric(row.interval().high()));
  }

  private Node plot(CompareRow row) {
    IntervalPlot plot = new IntervalPlot();
    plot.intervalProperty().set(row.interval());
    plot.setAccessibleText(words(row));
    plot.setPrefHeight(PLOT_HEIGHT);
    Tooltip.install(
        plot,
        new Tooltip(
            texts.of("compare.interval.tip", row.name(), numbers.metric(row.mean()), words(row))));
    return plot;
  }
}
