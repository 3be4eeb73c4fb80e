package io.aisle.ui.comparison;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunChoices;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs of one protocol against a reference. FX thread only. */
public final class CompareViewModel implements Refreshable {
  private static final Metric FIRST = new Metric(MetricKind.NDCG, 10);

  private final RunShelf shelf;
  private final ComparisonService service;
  private final Texts texts;
  private final RowMaker maker;
  private final Slot<Comparison> slot;
  private final RunChoices choices;
  private final ObjectProperty<RunItem> reference = new SimpleObjectProperty<>();
  private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>();
  private final ObservableList<RunItem> chosen = FXCollections.observableArrayList();
  private final ObservableList<Metric> metrics = FXCollections.observableArrayList();
  private final ObservableList<CompareRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
  private Comparison comparison;

  /** The reference that was put in place without being asked for. */
  private RunItem proposed;

  private boolean updating;

  public CompareViewModel(
      RunShelf shelf,
      ComparisonService service,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.shelf = shelf;
    this.service = service;
    this.texts = texts;
    this.maker = new RowMaker(texts, numbers);
    this.slot = background.slot(texts.of("compare.job"));
    this.choices = new RunChoices(shelf, texts);
    reference.subscribe((before, now) -> compare());
    metric.subscribe((before, now) -> show());
    choices.onChange(this::chosenChanged);
  }

  @Override
  public void refresh() {
    shelf.refresh();
  }

  private void chosenChanged() {
    updating = true;
    RunItem kept = reference.get();
    List<RunItem> now = choices.chosen();
    chosen.setAll(now);
    boolean keep = now.contains(kept) && !kept.equals(proposed);
    proposed = keep ? proposed : baseline(now);
    reference.set(keep ? kept : proposed);
    updating = false;
    compare();
  }

  /** The simple model that is best on the validation part: what the others must beat. */
  private static RunItem baseline(List<RunItem> runs) {
    return runs.stream()
        .min(
            Comparator.comparing((RunItem run) -> run.record().model().neural())
                .thenComparingDouble(
                    run -> -run.record().metrics().valid().getOrDefault(FIRST.id(), 0.0)))
        .orElse(null);
  }

  private void compare() {
    if (updating) {
      return;
    }
    slot.clear();
    if (reference.get() == null) {
      comparison = null;
      show();
      return;
    }
    List<RunFolder> folders = new ArrayList<>();
    folders.add(new RunFolder(reference.get().path()));
    chosen.stream()
        .filter(run -> !run.equals(reference.get()))
        .forEach(run -> folders.add(new RunFolder(run.path())));
    slot.read(control -> service.compare(folders), this::compared);
  }

  private void compared(Comparison found) {
    comparison = found;
    if (!metrics.equals(found.metrics())) {
      Metric kept = metric.get();
      updating = true;
      metrics.setAll(found.metrics());
      metric.set(metrics.contains(kept) ? kept : first());
      updating = false;
    }
    show();
  }

  private Metric first() {
    return metrics.contains(FIRST) ? FIRST : metrics.getFirst();
  }

  private void show() {
    if (updating) {
      return;
    }
    if (comparison == null || metric.get() == null) {
      rows.clear();
      headline.set("");
      return;
    }
    rows.setAll(maker.rows(comparison, metric.get()));
    headline.set(
        texts.of(
            "compare.headline",
            comparison.rows().size(),
            comparison.users(),
            comparison.protocolHash().substring(0, 4),
            comparison.reference()));
  }

  public RunChoices choices() {
    return choices;
  }

  /** The runs of the table, any of which can be the reference. */
  public ObservableList<RunItem> chosen() {
    return chosen;
  }

  public ObjectProperty<RunItem> referenceProperty() {
    return reference;
  }

  public ObservableList<Metric> metrics() {
    return metrics;
  }

  public ObjectProperty<Metric> metricProperty() {
    return metric;
  }

  /** Best first. */
  public ObservableList<CompareRow> rows() {
    return rows;
  }

  public ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  /** Whether intervals and tests are being computed. */
  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }
}
