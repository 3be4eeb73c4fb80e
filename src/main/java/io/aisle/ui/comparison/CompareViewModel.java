package io.aisle.ui.comparison;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.ProtocolWords;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunChoices;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
  private final ProtocolWords words;
  private final Slot<Reading> slot;
  private final RunChoices choices;
  private final ObjectProperty<RunItem> reference = new SimpleObjectProperty<>();
  private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>();
  private final ObservableList<RunItem> chosen = FXCollections.observableArrayList();
  private final ObservableList<Metric> metrics = FXCollections.observableArrayList();
  private final ObservableList<CompareRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Reading.Damaged> damaged = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<CompareRow> marked = new SimpleObjectProperty<>();
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.OVERVIEW);
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper protocol = new ReadOnlyStringWrapper("");

  /** The reference that was put in place without being asked for. */
  private RunItem proposed;

  private List<Path> awaited = List.of();
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
    this.words = new ProtocolWords(texts);
    this.slot = background.slot(texts.of("compare.job"));
    this.choices = new RunChoices(shelf, texts);
    reference.subscribe((before, now) -> compare());
    metric.subscribe((before, now) -> show());
    choices.onChange(this::chosenChanged);
    shelf.listedProperty().subscribe(listed -> choose(awaited));
  }

  @Override
  public void refresh() {
    shelf.refresh();
  }

  /** Puts runs side by side; those that are not listed yet are awaited. */
  public void choose(List<Path> folders) {
    awaited = shelf.listedProperty().get() ? List.of() : List.copyOf(folders);
    choices.choose(folders);
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
            Comparator.comparing(
                    (RunItem run) -> run.record().model() == null || run.record().model().neural())
                .thenComparingDouble(
                    run -> -run.record().metrics().valid().getOrDefault(FIRST.id(), 0.0)))
        .orElse(null);
  }

  /** Compares anew, such as after a damaged run was repaired. */
  public void compare() {
    if (updating) {
      return;
    }
    slot.clear();
    damaged.set(null);
    if (reference.get() == null) {
      comparison.set(null);
      show();
      return;
    }
    List<RunItem> runs = inOrder();
    slot.read(control -> read(runs, control), this::arrived);
  }

  /** The reference first. */
  private List<RunItem> inOrder() {
    RunItem first = reference.get();
    return Stream.concat(Stream.of(first), chosen.stream().filter(run -> !run.equals(first)))
        .toList();
  }

  private Reading read(List<RunItem> runs, CancelSignal cancel) {
    try {
      return new Reading.Compared(service.compare(folders(runs), cancel));
    } catch (InputException e) {
      return new Reading.Damaged(
          e.getMessage(), runs.stream().filter(run -> !readable(run)).toList());
    }
  }

  private boolean readable(RunItem run) {
    try {
      return !service.compare(List.of(new RunFolder(run.path()))).rows().isEmpty();
    } catch (InputException e) {
      return false; // its sentence was told for all of them
    }
  }

  static List<RunFolder> folders(List<RunItem> runs) {
    return runs.stream().map(run -> new RunFolder(run.path())).toList();
  }

  private void arrived(Reading reading) {
    switch (reading) {
      case Reading.Compared found -> compared(found.comparison());
      case Reading.Damaged found -> {
        comparison.set(null);
        damaged.set(new Reading.Damaged(texts.sentence(found.sentence()), found.damaged()));
        show();
      }
    }
  }

  private void compared(Comparison found) {
    updating = true;
    if (!metrics.equals(found.metrics())) {
      Metric kept = metric.get();
      metrics.setAll(found.metrics());
      metric.set(metrics.contains(kept) ? kept : first());
    }
    updating = false;
    comparison.set(found);
    show();
  }

  private Metric first() {
    return metrics.contains(FIRST) ? FIRST : metrics.getFirst();
  }

  private void show() {
    if (updating) {
      return;
    }
    Comparison found = comparison.get();
    if (found == null || metric.get() == null) {
      rows.clear();
      headline.set("");
      protocol.set("");
      return;
    }
    rows.setAll(maker.rows(found, metric.get(), this::item));
    headline.set(texts.of("compare.headline", found.rows().size()));
    protocol.set(
        texts.of(
            "compare.protocol",
            words.of(found.rows().getFirst().record()),
            found.users(),
            found.rows().size() < 2
                ? texts.of("compare.alone")
                : texts.of("compare.holm", item(found.rows().getFirst()).name())));
  }

  /** The run of a row. */
  RunItem item(Comparison.Row row) {
    return chosen.stream()
        .filter(run -> run.path().equals(row.folder().path()))
        .findFirst()
        .orElseGet(() -> new RunItem(row.folder().path(), row.record(), row.record().name()));
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

  /** What the rows were made of; null while there is nothing. */
  ReadOnlyObjectProperty<Comparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** What is wrong with a chosen run; null when nothing is. */
  public ReadOnlyObjectProperty<Reading.Damaged> damagedProperty() {
    return damaged.getReadOnlyProperty();
  }

  /** The row that another view points at, to be selected. */
  public ObjectProperty<CompareRow> markedProperty() {
    return marked;
  }

  /** What stands under the table; the others need not compute. */
  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** How many runs stand here. */
  public ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  /** How they were judged and tested, in words. */
  public ReadOnlyStringProperty protocolProperty() {
    return protocol.getReadOnlyProperty();
  }

  /** Whether intervals and tests are being computed. */
  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /** Whether the runs of the workspace were listed. */
  public ReadOnlyBooleanProperty listedProperty() {
    return shelf.listedProperty();
  }

  /** Where the figures come from that are shown now; empty when none are. */
  Optional<ViewOrigin> origin() {
    Comparison shown = comparisonProperty().get();
    return Optional.ofNullable(shown)
        .map(
            found ->
                ViewOrigin.ofComparison(
                    protocolProperty().get(), found.rows().stream().map(this::item).toList()));
  }
}
