package io.aisle.ui.comparison;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.Predicted;
import io.aisle.domain.model.Metric;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The predictions of the compared runs that make some: whether they can be taken at their word, and
 * what they are worth from a threshold on. The tables are read in the background. FX thread only.
 */
public final class PredictionViewModel {
  private static final double USUAL_THRESHOLD = 0.5;

  /** Colour of the line on which predictions come true. */
  private static final int IDEAL_COLOUR = 7;

  private final CompareViewModel table;
  private final Texts texts;
  private final Slot<List<Read>> slot;
  private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper();
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final DoubleProperty threshold = new SimpleDoubleProperty(USUAL_THRESHOLD);
  private final ReadOnlyObjectWrapper<List<CurveChart.Curve>> curves =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObservableList<PredictionRow> rows = FXCollections.observableArrayList();
  private List<Read> read = List.of();

  /** The comparison whose predictions were read. */
  private Comparison looked;

  private record Read(String name, int colour, Predicted predicted) {}

  public PredictionViewModel(CompareViewModel table, Background background, Texts texts) {
    this.table = table;
    this.texts = texts;
    this.slot = background.slot(texts.of("compare.job.predictions"));
    table.comparisonProperty().subscribe(this::look);
    table.metricProperty().subscribe((before, now) -> follow(now));
    shown.subscribe((before, now) -> look());
    threshold.subscribe((before, now) -> draw());
  }

  /** Who asks for a metric of predictions wants to see them. */
  private void follow(Metric metric) {
    if (metric != null && metric.ofPredictions() && there.get()) {
      shown.set(true);
    }
  }

  private void look() {
    Comparison found = table.comparisonProperty().get();
    there.set(found != null && found.rows().stream().anyMatch(row -> Predicted.of(row.record())));
    if (!there.get()) {
      shown.set(false);
      looked = null;
      read = List.of();
      slot.clear();
      draw();
    } else if (shown.get() && !found.equals(looked)) {
      looked = found;
      List<String> names = found.rows().stream().map(row -> table.item(row).name()).toList();
      slot.read(control -> read(found, names), this::arrived);
    }
  }

  private static List<Read> read(Comparison found, List<String> names) {
    List<Read> read = new ArrayList<>();
    for (int run = 0; run < found.rows().size(); run++) {
      Comparison.Row row = found.rows().get(run);
      if (Predicted.of(row.record())) {
        read.add(new Read(names.get(run), found.colours()[run], Predicted.read(row.folder())));
      }
    }
    return read;
  }

  private void arrived(List<Read> now) {
    read = now;
    draw();
  }

  private void draw() {
    List<CurveChart.Curve> lines = new ArrayList<>();
    if (!read.isEmpty()) {
      double[] ends = {0, 1};
      lines.add(
          CurveChart.Curve.of(texts.of("compare.calibration.ideal"), IDEAL_COLOUR, ends, ends));
    }
    for (Read each : read) {
      lines.add(
          CurveChart.Curve.of(
              each.name(),
              each.colour(),
              each.predicted().predicted(),
              each.predicted().observed()));
    }
    curves.set(lines);
    rows.setAll(
        read.stream()
            .map(
                each ->
                    PredictionRow.of(
                        each.name(), each.colour(), each.predicted().at(threshold.get())))
            .toList());
  }

  /** Whether some compared run predicts probabilities. */
  public ReadOnlyBooleanProperty thereProperty() {
    return there.getReadOnlyProperty();
  }

  /** Whether predictions are shown instead of the metric by depth. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** From here on a prediction counts as positive, 0 to 1. */
  public DoubleProperty thresholdProperty() {
    return threshold;
  }

  public ReadOnlyObjectProperty<List<CurveChart.Curve>> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** The runs at the threshold. */
  public ObservableList<PredictionRow> rows() {
    return rows;
  }

  /** Where the figures come from; empty when there are none. */
  Optional<ViewOrigin> origin() {
    return table.origin();
  }
}
