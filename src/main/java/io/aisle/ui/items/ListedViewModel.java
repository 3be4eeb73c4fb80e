package io.aisle.ui.items;

import io.aisle.core.dataset.CsvExport;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.neighbours.ItemTraits;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.chart.ChartTable;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.LicenceGate;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The items under the map: those that are selected, or those that moved most. FX thread only. */
public final class ListedViewModel {
  /** Which items are listed. */
  enum Source {
    SELECTED,
    DRIFTED
  }

  private final ItemsViewModel items;
  private final MapViewModel map;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.SELECTED);
  private final ObservableList<ItemRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");

  public ListedViewModel(
      ItemsViewModel items, MapViewModel map, Background background, Notices notices, Texts texts) {
    this.items = items;
    this.map = map;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    source.subscribe(this::list);
    map.selectionProperty().subscribe(this::selected);
    items.driftsProperty().subscribe(this::drifted);
    items.driftingProperty().subscribe(this::list);
    items.traitsProperty().subscribe(this::list);
    list();
  }

  private void selected() {
    if (!map.selectionProperty().get().isEmpty()) {
      source.set(Source.SELECTED);
    }
    list();
  }

  private void drifted() {
    if (items.driftsProperty().get().known() && map.selectionProperty().get().isEmpty()) {
      source.set(Source.DRIFTED);
    }
    list();
  }

  private void list() {
    ItemTraits traits = items.traitsProperty().get();
    Drifts drifts = items.driftsProperty().get();
    if (traits == null) {
      rows.clear();
      sentence.set("");
      nothing.set(texts.of("items.wait"));
      return;
    }
    if (source.get() == Source.SELECTED) {
      rows.setAll(map.selected().stream().map(place -> row(traits, place, drifts)).toList());
      sentence.set(rows.isEmpty() ? "" : texts.of("items.selected", rows.size()));
      nothing.set(texts.of("items.selected.none"));
      return;
    }
    nothing.set(
        texts.of(
            items.driftingProperty().get()
                ? "items.drift.wait"
                : items.rivalProperty().get().isEmpty()
                    ? "items.drift.alone"
                    : "items.drift.none"));
    rows.setAll(
        drifts.known()
            ? drifts.whole().items().stream()
                .filter(each -> traits.place().containsKey(each.item()))
                .map(each -> row(traits, traits.place().get(each.item()), drifts))
                .toList()
            : List.of());
    sentence.set(
        drifts.known()
            ? texts.of(
                "items.drift.sentence",
                drifts.whole().k(),
                drifts.whole().overlap(),
                drifts.whole().chance(),
                drifts.whole().missing())
            : "");
  }

  private static ItemRow row(ItemTraits traits, int place, Drifts drifts) {
    String id = traits.item().get(place);
    return ItemRow.of(traits, place, Double.NaN, false, drifts.overlap(id), drifts.shift(id));
  }

  /** Proposed name of a file with the rows. */
  String proposedName() {
    return "%s-items.csv".formatted(items.runProperty().get().path().getFileName());
  }

  /** Goes on when the licence of the run's data lets the rows out. */
  void whenAllowed(LicenceQuestion question, Runnable then) {
    RunItem run = items.runProperty().get();
    new LicenceGate(background, question)
        .whenAllowed(
            texts.of("items.save"), new RunFolder(run.path()), run.record().dataset(), then);
  }

  /** Writes the rows as CSV, in the background. */
  void write(Path file) {
    CsvExport.Source table = new Table(List.copyOf(rows));
    var unused =
        background.start(
            texts.of("items.job.export", file.getFileName()),
            JobNeeds.LIGHT,
            control -> CsvExport.write(file, table, control),
            outcome -> {
              if (outcome instanceof JobOutcome.Done<Long> done) {
                notices.done(texts.of("items.exported", done.value(), file));
              }
            });
  }

  private record Table(List<ItemRow> rows) implements CsvExport.Source {
    @Override
    public List<String> header() {
      return List.of("item", "title", "category", "price", "users", "overlap", "shift");
    }

    @Override
    public long size(JobControl control) {
      return rows.size();
    }

    @Override
    public List<List<String>> page(long from, int count) {
      return rows.subList((int) from, (int) from + count).stream()
          .map(
              row ->
                  List.of(
                      row.item(),
                      row.name(),
                      row.category(),
                      ChartTable.cell(row.price()),
                      Integer.toString(row.users()),
                      ChartTable.cell(row.overlap()),
                      ChartTable.cell(row.shift())))
          .toList();
    }
  }

  ObjectProperty<Source> sourceProperty() {
    return source;
  }

  public ObservableList<ItemRow> rows() {
    return rows;
  }

  /** What the rows are; empty when there are none. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** Why there are no rows, when there are none. */
  public ReadOnlyStringProperty nothingProperty() {
    return nothing.getReadOnlyProperty();
  }
}
