package io.aisle.ui.comparison;

import io.aisle.core.comparison.Agreement;
import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * How far the lists of the compared runs agree; read when its page is looked at. FX thread only.
 */
public final class AgreementViewModel {
  private static final int DEPTH = 10;

  /** How agreement is measured. */
  public enum Measure {
    RANK_BIASED,
    OVERLAP
  }

  private final CompareViewModel table;
  private final ComparisonService service;
  private final Texts texts;
  private final Slot<Agreement> slot;
  private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.RANK_BIASED);
  private final ReadOnlyObjectWrapper<HeatMap.Matrix> matrix =
      new ReadOnlyObjectWrapper<>(HeatMap.Matrix.EMPTY);
  private Comparison looked;
  private List<String> names = List.of();
  private Agreement found;

  public AgreementViewModel(
      CompareViewModel table, ComparisonService service, Background background, Texts texts) {
    this.table = table;
    this.service = service;
    this.texts = texts;
    this.slot = background.slot(texts.of("compare.job.agreement"));
    table.comparisonProperty().subscribe(this::look);
    table.pageProperty().subscribe(this::look);
    measure.subscribe(this::show);
  }

  private void look() {
    Comparison now = table.comparisonProperty().get();
    if (now == null || !now.equals(looked)) {
      slot.clear();
      looked = null;
      found = null;
      show();
    }
    if (now == null || looked != null || table.pageProperty().get() != Page.AGREEMENT) {
      return;
    }
    looked = now;
    List<RunItem> runs = now.rows().stream().map(table::item).toList();
    slot.read(
        control -> service.agreement(CompareViewModel.folders(runs), DEPTH, control),
        agreement -> {
          found = agreement;
          names = runs.stream().map(RunItem::name).toList();
          show();
        });
  }

  private void show() {
    matrix.set(
        found == null
            ? HeatMap.Matrix.EMPTY
            : new HeatMap.Matrix(
                names,
                names,
                measure.get() == Measure.OVERLAP ? found.overlap() : found.rankBiased()));
  }

  /** What is said of a cell. */
  public String words(HeatMap.Cell cell) {
    return texts.of(
        "agreement.readout",
        names.get(cell.row()),
        names.get(cell.column()),
        matrix.get().cells()[cell.row()][cell.column()]);
  }

  public ObjectProperty<Measure> measureProperty() {
    return measure;
  }

  /** Runs against runs, the reference first; empty until the lists were read. */
  public ReadOnlyObjectProperty<HeatMap.Matrix> matrixProperty() {
    return matrix.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /** Where the figures come from; empty when there are none. */
  Optional<ViewOrigin> origin() {
    return table.origin();
  }
}
